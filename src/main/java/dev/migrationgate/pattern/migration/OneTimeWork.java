package dev.migrationgate.pattern.migration;

import dev.migrationgate.pattern.pod.CommandLine;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.shell.ShellCommand;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells that a Job does what must not be done again with every release. */
public final class OneTimeWork {
  /** In a word of a command: it fills tables, or begins anew. */
  private static final List<String> COMMANDS = List.of("seed", "loaddata", "reset", "fresh");

  /** Words of a name, between dashes. */
  private static final List<String> NAMES =
      List.of(
          "seed", "seeder", "init", "initial", "bootstrap", "once", "setup", "install", "reset");

  private OneTimeWork() {}

  /** The word that tells so, as written; empty where nothing does. */
  public static Optional<String> in(MigrationJob job) {
    for (String word : job.name().split("-")) {
      if (NAMES.contains(word)) {
        return Optional.of(word);
      }
    }
    for (Container container : job.pod().allContainers()) {
      Optional<Destruction> destruction = Destruction.in(container);
      if (destruction.isPresent()) {
        return Optional.of(destruction.get().text());
      }
      for (ShellCommand command : CommandLine.of(container).commands()) {
        for (String word : command.words()) {
          if (says(word)) {
            return Optional.of(word);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean says(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    for (String other : COMMANDS) {
      if (lower.contains(other)) {
        return true;
      }
    }
    return false;
  }
}
