package dev.migrationgate.pattern.database;

import dev.migrationgate.pattern.migration.MigrationJob;
import dev.migrationgate.pattern.pod.Environment;
import dev.migrationgate.pattern.pod.ValueSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The database that a migration certainly works on, and the tool that keeps its books there.
 *
 * @param key equal for two migrations of one tool on one database
 * @param settings the variables that tell it
 */
public record DatabaseIdentity(String key, List<String> settings) {
  public DatabaseIdentity {
    settings = List.copyOf(settings);
  }

  /** Reads it, empty where the environment does not certainly name one database. */
  public static Optional<DatabaseIdentity> of(MigrationJob job, Environment environment) {
    List<String> settings = new ArrayList<>();
    StringBuilder key = new StringBuilder(job.tool() + " " + job.resource().namespace());
    int addresses = 0;
    boolean host = false;
    boolean database = false;
    for (String name : environment.variables().keySet()) {
      if (DatabaseAddress.isSetting(name)) {
        settings.add(name);
        ValueSource source = environment.variables().get(name);
        key.append('\n').append(name).append('=');
        key.append(environment.value(name).orElse(source.text()));
        addresses += DatabaseAddress.isWhole(name) ? 1 : 0;
        host |= DatabaseAddress.isHost(name);
        database |= DatabaseAddress.isDatabase(name);
      }
    }
    // Who knows two addresses may well migrate the one here and the other there.
    boolean certain = addresses == 1 || addresses == 0 && host && database;
    return certain && !job.tool().isEmpty()
        ? Optional.of(new DatabaseIdentity(key.toString(), settings))
        : Optional.empty();
  }
}
