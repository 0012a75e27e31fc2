package dev.migrationgate.rules;

import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.gate.Workload;
import dev.migrationgate.pattern.migration.HiddenFailure;
import dev.migrationgate.pattern.migration.MigrationJob;
import dev.migrationgate.pattern.migration.OwnMigration;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.shell.HiddenError;
import java.util.Optional;

/** The Job is complete, and the schema is not migrated. */
final class MigrationFailureHidden implements Rule {
  @Override
  public String id() {
    return "migration-failure-hidden";
  }

  @Override
  public String title() {
    return "The migration's script ends well although the migration failed";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    for (MigrationJob job : rollout.migrations()) {
      for (HiddenFailure hidden : rollout.hiddenFailures(job)) {
        findings.add(
            hidden.certain() ? Severity.ERROR : Severity.WARNING,
            job.resource(),
            Field.at(hidden.word().path(), hidden.word().node()),
            message(hidden, "the Job is complete"));
      }
    }
    for (Workload workload : rollout.workloads()) {
      judge(rollout, workload, findings);
    }
  }

  /** A container that serves is a rule's of its own: only what runs before it holds pods back. */
  private static void judge(Rollout rollout, Workload workload, Findings findings) {
    for (OwnMigration own : OwnMigration.of(workload)) {
      Optional<HiddenFailure> hidden =
          isInit(workload, own.container())
              ? rollout.hiddenFailure(own.container(), workload.resource())
              : Optional.empty();
      if (hidden.isPresent()) {
        findings.add(
            Severity.WARNING,
            workload.resource(),
            Field.at(hidden.get().word().path(), hidden.get().word().node()),
            message(hidden.get(), "the pod starts"));
      }
    }
  }

  private static boolean isInit(Workload workload, Container container) {
    for (Container init : workload.pod().initContainers()) {
      if (init.path().equals(container.path())) {
        return true;
      }
    }
    return false;
  }

  private static String message(HiddenFailure hidden, String effect) {
    return hidden.how() == HiddenError.IN_COMMAND
        ? messageOfClient(hidden, effect)
        : hidden.container().title()
            + (hidden.certain() ? " exits with 0 when \"" : " goes on when \"")
            + hidden.command()
            + "\" fails, "
            + cause(hidden)
            + (hidden.certain() ? ", and " : ", and where nothing else fails ")
            + effect
            + " without its migration; "
            + remedy(hidden)
            + (hidden.remedy().isEmpty() ? "" : ", and " + hidden.remedy());
  }

  private static String messageOfClient(HiddenFailure hidden, String effect) {
    return hidden.container().title()
        + (hidden.certain() ? " exits" : " may exit")
        + " with 0 when a statement of \""
        + hidden.command()
        + "\" fails, for it goes on to the next one"
        + (hidden.certain() ? "" : " unless it is told to stop")
        + ", and "
        + effect
        + " without its migration; "
        + hidden.remedy();
  }

  private static String cause(HiddenFailure hidden) {
    return switch (hidden.how()) {
      case BEHIND_OR -> "for what stands behind || succeeds";
      case IN_PIPE -> "for a pipe ends as its last command does";
      case IN_BACKGROUND -> "for nothing asks how a command behind & ended";
      case IN_CONDITION -> "for the branch that then runs succeeds";
      case IN_LOOP -> "for the loop around it gives up without an error";
      case IN_SEQUENCE -> "for the script ends as its last command does";
      case IN_COMMAND, ELSEWHERE -> "for its exit code gets lost on the way";
    };
  }

  private static String remedy(HiddenFailure hidden) {
    return switch (hidden.how()) {
      case BEHIND_OR -> "take that away, or end it with exit 1";
      case IN_PIPE -> "run it in bash with set -o pipefail";
      case IN_BACKGROUND -> "take & away, or wait for its process with wait $!";
      case IN_CONDITION -> "end that branch with exit 1";
      case IN_LOOP -> "put exit 1 behind the loop";
      case IN_SEQUENCE -> "begin the script with set -e";
      case IN_COMMAND, ELSEWHERE -> "let the script exit with it";
    };
  }
}
