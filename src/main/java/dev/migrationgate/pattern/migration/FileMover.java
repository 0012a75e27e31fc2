package dev.migrationgate.pattern.migration;

import dev.migrationgate.pattern.gate.Lookalike;
import dev.migrationgate.pattern.pod.CommandLine;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.pod.PodTemplate;
import dev.migrationgate.pattern.shell.ShellCommand;

/**
 * Tells pods that move files from one volume or bucket to another: a migration, but of no schema.
 */
final class FileMover {
  private FileMover() {}

  /** True when a script of the pod moves files and none runs a program that may do more. */
  static boolean isRunBy(PodTemplate pod) {
    boolean moves = false;
    for (Container container : pod.containers()) {
      for (ShellCommand command : CommandLine.of(container).commands()) {
        boolean mover = MigrationSignals.MOVERS.contains(command.program());
        if (!mover
            && !MigrationSignals.BESIDE_MOVERS.contains(command.program())
            && !Lookalike.isFiller(command)) {
          return false;
        }
        moves |= mover;
      }
    }
    return moves;
  }
}
