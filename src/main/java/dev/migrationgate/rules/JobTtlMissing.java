package dev.migrationgate.rules;

import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.delivery.Deliverer;
import dev.migrationgate.pattern.migration.MigrationJob;

/** Nothing removes finished Jobs. */
final class JobTtlMissing implements Rule {
  @Override
  public String id() {
    return "job-ttl-missing";
  }

  @Override
  public String title() {
    return "Nothing ever removes the finished migration Job";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    // Elsewhere the deliverer prunes, and where a gate polls the Job a TTL does harm.
    if (rollout.deliverer() != Deliverer.KUBECTL) {
      return;
    }
    for (MigrationJob job : rollout.migrations()) {
      if (rollout.polledBy(job).isEmpty() && job.ttl().isEmpty() && !rollout.isDeletedByHand(job)) {
        findings.add(
            job.resource(),
            Field.of(job.resource(), "spec", "ttlSecondsAfterFinished"),
            (isNew(job)
                    ? "kubectl prunes nothing, so every release leaves its Job behind; set"
                    : "kubectl prunes nothing, and while the finished Job is there, applying it again"
                        + " starts nothing or is refused; set")
                + " ttlSecondsAfterFinished to as long as its log is wanted");
      }
    }
  }

  /** True when each release has a Job of its own. */
  private static boolean isNew(MigrationJob job) {
    return job.hasGeneratedName() || job.hasVersionedName();
  }
}
