package dev.migrationgate.pattern.database;

import dev.migrationgate.pattern.gate.Workload;
import dev.migrationgate.pattern.migration.MigrationDetector;
import dev.migrationgate.pattern.pod.CommandLine;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.shell.ShellCommand;
import dev.migrationgate.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An init container that works on the new schema.
 *
 * @param certain true when its command tells, false when it only runs the service's own program
 *     with the service's database settings
 */
public record SchemaUse(Container container, boolean certain) {

  /** In a word of a command: it writes or reads tables. */
  private static final List<String> USES =
      List.of(
          "seed",
          "fixture",
          "loaddata",
          "createsuperuser",
          "create-user",
          "create-admin",
          "reindex");

  /** Programs and subcommands that work on files, or only wait. */
  private static final Set<String> HARMLESS =
      Set.of(
          "cp",
          "mv",
          "mkdir",
          "rm",
          "chown",
          "chmod",
          "tar",
          "ln",
          "rsync",
          "cat",
          "ls",
          "sed",
          "envsubst",
          "touch",
          "unzip",
          "curl",
          "wget",
          "git",
          "find",
          "echo",
          "printf",
          "sleep",
          "true",
          "set",
          "exit",
          "done",
          "fi",
          "do",
          "then",
          "else",
          "for",
          "cd",
          "[",
          "test",
          "}",
          "nc",
          "pg_isready",
          "wait-for-it.sh",
          "nslookup",
          "mysqladmin",
          "");

  private static final List<String> HARMLESS_WORDS =
      List.of(
          "collectstatic", "compilemessages", "assets:precompile", "wait", "permission", "copy");

  /**
   * The init containers of a workload that use the schema before the first gate holds them back.
   */
  public static List<SchemaUse> beforeGate(Workload workload) {
    List<SchemaUse> found = new ArrayList<>();
    if (workload.gates().isEmpty()) {
      return found;
    }
    String gate = workload.gates().get(0).container().path();
    for (Container container : workload.pod().initContainers()) {
      if (container.path().equals(gate)) {
        break;
      }
      Optional<Boolean> certain = use(container, workload);
      // What migrates is no user of the new schema, but its maker.
      if (certain.isPresent() && MigrationDetector.toolOf(container).isEmpty()) {
        found.add(new SchemaUse(container, certain.get()));
      }
    }
    return found;
  }

  /** True unless a container certainly works on files, or only waits. */
  public static boolean mayBeBy(Container container) {
    List<ShellCommand> commands = CommandLine.of(container).commands();
    for (ShellCommand command : commands) {
      if (!HARMLESS.contains(command.program()) && !says(command, HARMLESS_WORDS)) {
        return true;
      }
    }
    return commands.isEmpty();
  }

  private static Optional<Boolean> use(Container container, Workload workload) {
    List<ShellCommand> commands = CommandLine.of(container).commands();
    boolean harmless = true;
    for (ShellCommand command : commands) {
      for (String word : command.words()) {
        if (contains(word, USES)) {
          return Optional.of(true);
        }
      }
      harmless &= HARMLESS.contains(command.program()) || says(command, HARMLESS_WORDS);
    }
    boolean own =
        !harmless
            && runsService(container, workload)
            && !contains(container.name(), HARMLESS_WORDS);
    return own && knowsDatabase(container) ? Optional.of(false) : Optional.empty();
  }

  private static boolean runsService(Container container, Workload workload) {
    for (Container service : workload.pod().containers()) {
      if (service.image().canonicalRepository().equals(container.image().canonicalRepository())) {
        return true;
      }
    }
    return false;
  }

  private static boolean knowsDatabase(Container container) {
    for (Node variable : container.node().items("env")) {
      if (DatabaseAddress.isSetting(variable.text("name").orElse(""))) {
        return true;
      }
    }
    for (Node from : container.node().items("envFrom")) {
      if (from.get("secretRef").isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static boolean says(ShellCommand command, List<String> words) {
    for (String word : command.words()) {
      if (contains(word, words)) {
        return true;
      }
    }
    return false;
  }

  private static boolean contains(String text, List<String> words) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String word : words) {
      if (lower.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
