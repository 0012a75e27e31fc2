package dev.migrationgate.rules;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.delivery.DeliveryOrder;
import dev.migrationgate.pattern.migration.MigrationJob;
import dev.migrationgate.pattern.migration.Suspension;
import java.util.Optional;

/** The Job is declared in a way that starts no pod. */
final class JobSuspended implements Rule {
  @Override
  public String id() {
    return "job-suspended";
  }

  @Override
  public String title() {
    return "The migration Job never starts";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    for (MigrationJob job : rollout.migrations()) {
      Resource resource = job.resource();
      if (Suspension.skips(resource)) {
        findings.add(
            resource,
            Field.of(resource, "spec", "completions").propose("1"),
            "with completions 0 the Job is complete without having run, and every gate opens; set it"
                + " to 1");
      } else if (Suspension.holds(resource) && !Suspension.isQueued(resource)) {
        Optional<Link> poll = rollout.polledBy(job);
        // A Job that nothing waits for may be kept for a person to start.
        boolean holdsUp = poll.isPresent() || DeliveryOrder.isHook(resource);
        findings.add(
            holdsUp ? Severity.ERROR : Severity.WARNING,
            resource,
            field(resource),
            cause(resource) + effect(poll) + "; remove it, or let a queue start the Job");
      }
    }
  }

  private static Field field(Resource job) {
    return job.root().has("true", "spec", "suspend")
        ? Field.of(job, "spec", "suspend").propose("false")
        : Field.of(job, "spec", "parallelism").propose("1");
  }

  private static String cause(Resource job) {
    return job.root().has("true", "spec", "suspend")
        ? "suspend: true keeps the Job from starting"
        : "with parallelism 0 the Job starts no pod";
  }

  private static String effect(Optional<Link> poll) {
    return poll.isPresent()
        ? ", and the gate of " + poll.get().workload().resource().identity() + " waits for ever"
        : ", and the migration does not run";
  }
}
