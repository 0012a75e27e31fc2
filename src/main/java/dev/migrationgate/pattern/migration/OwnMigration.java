package dev.migrationgate.pattern.migration;

import dev.migrationgate.pattern.gate.Workload;
import dev.migrationgate.pattern.pod.CommandLine;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.pod.NameStem;
import dev.migrationgate.pattern.shell.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A container of a workload that migrates by itself, at every start of a pod.
 *
 * @param tool the tool, empty for a script that only says so
 * @param command what it runs, for a person to read
 * @param takesLock true when a second one waits for the first, or when nobody knows
 */
public record OwnMigration(Container container, String tool, String command, boolean takesLock) {

  /** In a word of a command: it looks, or waits for somebody else. */
  private static final Set<String> OTHERS = Set.of("check", "status", "pending", "list", "show");

  /** Programs that migrate nothing, whatever they are given: they move files, or look. */
  private static final Set<String> BYSTANDERS =
      Set.of("cp", "mv", "chown", "chmod", "tar", "rsync", "nc", "pg_isready", "kubectl", "oc");

  /** The containers of a workload that migrate and that no gate holds back. */
  public static List<OwnMigration> of(Workload workload) {
    List<OwnMigration> found = new ArrayList<>();
    for (Container container : workload.pod().initContainers()) {
      if (!workload.gates().isEmpty()
          && workload.gates().get(0).container().path().equals(container.path())) {
        return found;
      }
      add(container, false, found);
    }
    if (workload.gates().isEmpty()) {
      for (Container container : workload.pod().containers()) {
        add(container, true, found);
      }
    }
    return found;
  }

  private static void add(Container container, boolean serves, List<OwnMigration> found) {
    if (container.image().basename().contains("kubectl")) {
      return;
    }
    List<ShellCommand> commands = CommandLine.of(container).commands();
    Optional<String> tool = MigrationDetector.toolOf(container);
    if (tool.isPresent()) {
      String name = pushes(commands) ? tool.get() + "'s push" : tool.get();
      found.add(new OwnMigration(container, name, name, takesLock(tool.get(), commands)));
      return;
    }
    if (!serves && isNamedSo(container)) {
      found.add(new OwnMigration(container, "", "a migration", true));
      return;
    }
    // The last command of a container that serves is the server, whatever it is called.
    int end = serves ? commands.size() - 1 : commands.size();
    for (int i = 0; i < end; i++) {
      ShellCommand command = commands.get(i);
      if (BYSTANDERS.contains(command.program())
          || command.program().equals("echo")
          || MigrationDetector.onlyChecks(command.words())) {
        continue;
      }
      if (says(command.call())) {
        String text = String.join(" ", command.call());
        found.add(new OwnMigration(container, "", text, true));
        return;
      }
    }
  }

  private static boolean says(List<String> call) {
    for (String word : call) {
      if (says(word)) {
        return true;
      }
    }
    return SchemaWork.upgradeIn(call).isPresent();
  }

  /** {@code migrator}, {@code run-db-migrations}: nothing but words for a migration. */
  private static boolean isNamedSo(Container container) {
    String name = container.name().toLowerCase(Locale.ROOT);
    boolean only = NameStem.withoutMigration(name).isEmpty() && name.contains("migrat");
    List<ShellCommand> commands = CommandLine.of(container).commands();
    for (ShellCommand command : commands) {
      for (String word : command.words()) {
        only &=
            !MigrationWords.holdsAny(word, OTHERS)
                && !MigrationWords.holdsAny(word, MigrationSignals.NEGATIONS);
      }
      only &= !BYSTANDERS.contains(command.program());
    }
    return only;
  }

  private static boolean takesLock(String tool, List<ShellCommand> commands) {
    for (ShellCommand command : commands) {
      if (command.words().contains("--isolated")) {
        return true;
      }
    }
    return MigrationLock.isTakenBy(tool) && !pushes(commands);
  }

  /** {@code prisma db push} writes the schema without migrations, and without their lock. */
  private static boolean pushes(List<ShellCommand> commands) {
    for (ShellCommand command : commands) {
      if (command.words().contains("push")) {
        return true;
      }
    }
    return false;
  }

  /** {@code db:migrate}, {@code ./migrate.sh}, but no sentence and no path to a folder. */
  private static boolean says(String word) {
    return MigrationWords.holdsAny(word, MigrationSignals.WORDS)
        && !MigrationWords.holdsAny(word, MigrationSignals.NEGATIONS)
        && !MigrationWords.holdsAny(word, OTHERS)
        && word.indexOf(' ') < 0
        && !word.endsWith("/")
        && word.indexOf('=') < 0;
  }
}
