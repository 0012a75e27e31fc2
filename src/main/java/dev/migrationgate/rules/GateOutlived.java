package dev.migrationgate.rules;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.cluster.Autoscalers;
import dev.migrationgate.pattern.migration.MigrationJob;
import java.util.Optional;

/** The Job is gone while pods still ask for it. */
final class GateOutlived implements Rule {
  @Override
  public String id() {
    return "gate-outlived";
  }

  @Override
  public String title() {
    return "The gate asks for a Job that its TTL removes";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    Autoscalers autoscalers = new Autoscalers(rollout.resources());
    for (MigrationJob job : rollout.migrations()) {
      Optional<Link> poll = rollout.polledBy(job);
      if (poll.isEmpty() || job.ttl().isEmpty()) {
        continue;
      }
      Resource workload = poll.get().workload().resource();
      findings.add(
          job.resource(),
          Field.of(job.resource(), "spec", "ttlSecondsAfterFinished"),
          "once the Job is deleted, "
              + job.ttl().get()
              + " seconds after it finished, the gate of "
              + workload.identity()
              + " fails, and no pod that is rescheduled"
              + (autoscalers.scale(workload) ? " or added by its autoscaler" : " or scaled out")
              + " can start; remove ttlSecondsAfterFinished");
    }
  }
}
