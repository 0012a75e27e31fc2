package dev.migrationgate.pattern.gate;

import dev.migrationgate.pattern.pod.CommandLine;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.shell.Loops;
import dev.migrationgate.pattern.shell.ShellCommand;
import java.util.List;
import java.util.Locale;

/** Tells what looks for a schema without changing it, by commands that nobody here knows. */
final class OwnQuestion {
  private static final List<String> ABOUT = List.of("migrat", "pending", "schema");

  private static final List<String> ASKS =
      List.of("wait", "check", "pending", "status", "verify", "ready", "up-to-date", "uptodate");

  /** Programs that are read elsewhere: what is found of a gate in them is all there is. */
  private static final List<String> KNOWN =
      List.of(
          "kubectl",
          "oc",
          "wait_for.sh",
          "kubernetes-entrypoint",
          "psql",
          "mysql",
          "mariadb",
          "sqlcmd",
          "usql",
          "sqlite3",
          "grep",
          "awk",
          "cut",
          "wc",
          "tr",
          "sed");

  /** What a client asks for that only a schema has, in lower case. */
  private static final List<String> TABLES =
      List.of(
          "to_regclass",
          "information_schema",
          "pg_tables",
          "pg_class",
          "sqlite_master",
          "sys.tables",
          "show tables",
          "from migrations");

  private OwnQuestion() {}

  /**
   * True for a container that waits for a migration by its name, and by a command for all we know.
   */
  static boolean isClaimedBy(Container container) {
    List<String> name = List.of(container.name());
    return says(name, ABOUT) && says(name, ASKS) && runsUnknown(container);
  }

  private static boolean runsUnknown(Container container) {
    for (ShellCommand command : CommandLine.of(container).commands()) {
      boolean known = KNOWN.contains(command.program()) || Lookalike.isFiller(command);
      if (!known && !Lookalike.connects(command)) {
        return !isKnownImage(container);
      }
    }
    return container.words().isEmpty() && !isKnownImage(container);
  }

  private static boolean isKnownImage(Container container) {
    String basename = container.image().basename();
    return WaitForImage.is(container.image())
        || basename.contains("kubernetes-entrypoint")
        || basename.contains("kubectl");
  }

  /** True where a script goes on asking a database for its tables. */
  static boolean looksForTables(Container container) {
    List<ShellCommand> commands = CommandLine.of(container).commands();
    Loops loops = new Loops(commands);
    for (int i = 0; i < commands.size(); i++) {
      if (loops.hold(i) && says(commands.get(i).words(), TABLES)) {
        return true;
      }
    }
    return false;
  }

  /** True where one of a container's commands asks, by what its words say. */
  static boolean isAskedBy(Container container) {
    for (ShellCommand command : CommandLine.of(container).commands()) {
      boolean spoken = command.program().equals("echo") || Lookalike.connects(command);
      if (!spoken && says(command.call(), ABOUT) && says(command.call(), ASKS)) {
        return true;
      }
    }
    return false;
  }

  private static boolean says(List<String> words, List<String> parts) {
    for (String word : words) {
      String lower = word.toLowerCase(Locale.ROOT);
      for (String part : parts) {
        if (lower.contains(part)) {
          return true;
        }
      }
    }
    return false;
  }
}
