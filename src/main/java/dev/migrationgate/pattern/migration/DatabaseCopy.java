package dev.migrationgate.pattern.migration;

import dev.migrationgate.pattern.pod.CommandLine;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.pod.PodTemplate;
import dev.migrationgate.pattern.shell.ShellCommand;
import java.util.List;
import java.util.Set;

/** Tells pods that copy a database to another server: a migration, but of no schema. */
final class DatabaseCopy {
  private static final Set<String> DUMPERS =
      Set.of("pg_dump", "pg_dumpall", "mysqldump", "mariadb-dump", "mongodump");

  private static final Set<String> LOADERS =
      Set.of("psql", "pg_restore", "mysql", "mariadb", "mongorestore");

  /** Programs that do nothing else. */
  private static final Set<String> COPIERS = Set.of("pgloader", "pgcopydb", "mongomirror");

  private DatabaseCopy() {}

  static boolean isRunBy(PodTemplate pod) {
    for (Container container : pod.containers()) {
      List<ShellCommand> commands = CommandLine.of(container).commands();
      boolean dumping = false;
      for (ShellCommand command : commands) {
        if (COPIERS.contains(command.program()) || dumping && LOADERS.contains(command.program())) {
          return true;
        }
        // Filters such as sed may stand in the pipe between the two.
        dumping =
            command.operator().equals("|") && (dumping || DUMPERS.contains(command.program()));
      }
      if (commands.isEmpty() && COPIERS.contains(container.image().basename())) {
        return true;
      }
    }
    return false;
  }
}
