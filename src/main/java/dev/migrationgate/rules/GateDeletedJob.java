package dev.migrationgate.rules;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.delivery.HookDeletion;
import dev.migrationgate.pattern.migration.MigrationJob;
import java.util.Optional;

/** The deliverer deletes the Job that the gate asks for. */
final class GateDeletedJob implements Rule {
  @Override
  public String id() {
    return "gate-deleted-job";
  }

  @Override
  public String title() {
    return "The gate asks for a Job that the deliverer deletes once it has succeeded";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    for (MigrationJob job : rollout.migrations()) {
      Resource resource = job.resource();
      Optional<Link> poll = rollout.polledBy(job);
      Optional<HookDeletion.Policy> policy = HookDeletion.onSuccess(rollout.deliverer(), resource);
      if (poll.isPresent() && policy.isPresent()) {
        findings.add(
            resource,
            Field.of(resource, "metadata", "annotations", policy.get().annotation())
                .propose(policy.get().before()),
            policy.get().onSuccess()
                + " deletes the Job once it has succeeded, and the gate of "
                + poll.get().workload().resource().identity()
                + " asks for it at every start of a pod: none starts any more; use "
                + policy.get().before());
      }
    }
  }
}
