package dev.migrationgate.rules;

import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.delivery.Deliverer;
import dev.migrationgate.pattern.delivery.DeliveryOrder;
import dev.migrationgate.pattern.migration.MigrationJob;

/** The TTL makes the deliverer run the migration again. */
final class JobTtlReruns implements Rule {
  @Override
  public String id() {
    return "job-ttl-reruns";
  }

  @Override
  public String title() {
    return "The TTL deletes the migration Job, and the deliverer creates it again";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    boolean recreates =
        rollout.deliverer() == Deliverer.FLUX || rollout.deliverer() == Deliverer.ARGOCD;
    for (MigrationJob job : rollout.migrations()) {
      if (recreates && job.ttl().isPresent() && !DeliveryOrder.isHook(job.resource())) {
        findings.add(
            job.resource(),
            Field.of(job.resource(), "spec", "ttlSecondsAfterFinished"),
            "after "
                + job.ttl().get()
                + " seconds the Job is deleted, "
                + rollout.deliverer().title()
                + " finds it missing and creates it again: the migration runs over and over; remove"
                + " ttlSecondsAfterFinished, pruning removes the Job with the next release");
      }
    }
  }
}
