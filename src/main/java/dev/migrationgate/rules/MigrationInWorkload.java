package dev.migrationgate.rules;

import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.cluster.Autoscalers;
import dev.migrationgate.pattern.cluster.Replicas;
import dev.migrationgate.pattern.gate.Workload;
import dev.migrationgate.pattern.migration.OwnMigration;

/** Every pod migrates. */
final class MigrationInWorkload implements Rule {
  @Override
  public String id() {
    return "migration-in-workload";
  }

  @Override
  public String title() {
    return "The workload migrates by itself, at every start of a pod";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    Autoscalers autoscalers = new Autoscalers(rollout.resources());
    for (Workload workload : rollout.workloads()) {
      Replicas replicas = Replicas.of(workload.resource(), autoscalers);
      // A CronJob's pods start one by one, and some are there to be started by hand.
      if (replicas == Replicas.NONE
          || workload.resource().kind().equals("CronJob")
          || isMigratedBefore(rollout, workload)) {
        continue;
      }
      for (OwnMigration own : OwnMigration.of(workload)) {
        findings.add(
            severity(own, replicas),
            workload.resource(),
            Field.at(own.container().path(), own.container().node()),
            message(own, replicas));
      }
    }
  }

  private static Severity severity(OwnMigration own, Replicas replicas) {
    boolean many = replicas == Replicas.MANY;
    if (own.takesLock() && !own.tool().isEmpty()) {
      return many ? Severity.WARNING : Severity.INFO;
    }
    return many && !own.takesLock() ? Severity.ERROR : Severity.WARNING;
  }

  /** The deliverer lets another Job do it first, and this finds nothing left to do. */
  private static boolean isMigratedBefore(Rollout rollout, Workload workload) {
    for (Link link : rollout.links().of(workload)) {
      if (rollout.orderedByDeliverer(link).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static String message(OwnMigration own, Replicas replicas) {
    String effect =
        replicas == Replicas.ONE
            ? "a pod that restarts in the middle, or an old one beside it, meets a schema half done"
            : own.takesLock()
                ? "every replica tries, and when it fails none starts"
                : "replicas that start together migrate side by side"
                    + (own.tool().isEmpty() ? "" : ", and " + own.tool() + " takes no lock");
    return "container "
        + own.container().name()
        + " runs "
        + own.command()
        + " at every start of a pod: "
        + effect
        + "; let a Job migrate, and wait for it";
  }
}
