package dev.migrationgate.pattern.database;

import dev.migrationgate.pattern.migration.MigrationJob;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.pod.Environment;
import dev.migrationgate.pattern.pod.ValueSource;
import dev.migrationgate.pattern.pod.WholeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The database that a migration certainly works on, and the tool that keeps its books there.
 *
 * @param key equal for two migrations of one tool on one database
 * @param settings the variables that tell it, or the whole Secrets in which they stand
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
    if (certain && !job.tool().isEmpty()) {
      return Optional.of(new DatabaseIdentity(key.toString(), settings));
    }
    return addresses == 0 ? ofWholeSecret(job, environment) : Optional.empty();
  }

  /**
   * Whatever stands in a Secret that the input does not hold: who runs the same command of the same
   * image, with that and all else the same, works on the same database.
   */
  private static Optional<DatabaseIdentity> ofWholeSecret(
      MigrationJob job, Environment environment) {
    List<String> secrets = new ArrayList<>();
    StringBuilder key = new StringBuilder("whole " + job.resource().namespace());
    for (WholeSource whole : environment.opaque()) {
      key.append('\n').append(whole.text()).append(' ').append(whole.prefix());
      if (whole.kind().equals("Secret")) {
        secrets.add(whole.text());
      }
    }
    Container container = job.pod().containers().get(0);
    key.append('\n').append(container.node().text("image").orElse(""));
    for (Container.Word word : container.words()) {
      key.append('\n').append(word.text());
    }
    List<String> names = new ArrayList<>(environment.variables().keySet());
    names.sort(null);
    for (String name : names) {
      ValueSource source = environment.variables().get(name);
      key.append('\n').append(name).append('=');
      key.append(environment.value(name).orElse(source.text()));
    }
    // What it mounts may be what tells two apart.
    boolean alone = container.node().items("volumeMounts").isEmpty();
    return alone && !secrets.isEmpty() && !container.words().isEmpty()
        ? Optional.of(new DatabaseIdentity(key.toString(), secrets))
        : Optional.empty();
  }
}
