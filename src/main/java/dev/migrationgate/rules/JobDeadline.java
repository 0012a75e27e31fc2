package dev.migrationgate.rules;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.delivery.HealthCheck;
import dev.migrationgate.pattern.gate.Gate;
import dev.migrationgate.pattern.migration.MigrationJob;
import java.util.Optional;
import java.util.OptionalLong;

/** Others give up on the rollout before the Job does. */
final class JobDeadline implements Rule {
  @Override
  public String id() {
    return "job-deadline";
  }

  @Override
  public String title() {
    return "The migration may take longer than the rollout waits for it";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    for (MigrationJob job : rollout.migrations()) {
      OptionalLong deadline = job.deadline();
      if (deadline.isPresent()) {
        compare(rollout, job, deadline.getAsLong(), findings);
      } else {
        findEndless(rollout, job, findings);
      }
    }
  }

  private static void compare(Rollout rollout, MigrationJob job, long deadline, Findings findings) {
    Field field = Field.of(job.resource(), "spec", "activeDeadlineSeconds");
    for (Link link : rollout.links().of(job)) {
      OptionalLong progress = link.workload().progressDeadline();
      if (link.holdsPods() && progress.isPresent() && progress.getAsLong() < deadline) {
        String workload = link.workload().resource().identity();
        findings.add(
            job.resource(),
            field,
            "the migration may take "
                + deadline
                + " seconds, and "
                + workload
                + " counts as failed after "
                + progress.getAsLong()
                + " seconds behind its gate; give "
                + workload
                + " a progressDeadlineSeconds above "
                + deadline);
      }
    }
    Optional<HealthCheck> flux = HealthCheck.of(job.resource(), rollout.resources());
    if (flux.isPresent() && flux.get().seconds() < deadline) {
      Resource kustomization = flux.get().kustomization();
      findings.add(
          job.resource(),
          field,
          "the migration may take "
              + deadline
              + " seconds, and the Flux "
              + kustomization.identity()
              + " waits for it for "
              + flux.get().seconds()
              + "; set its spec.timeout above "
              + deadline
              + "s");
    }
  }

  /** Only where the gate has no time limit either: otherwise something ends the waiting. */
  private static void findEndless(Rollout rollout, MigrationJob job, Findings findings) {
    Optional<Link> poll = rollout.polledBy(job);
    if (poll.isEmpty() || poll.get().gate().orElseThrow().form() == Gate.Form.KUBECTL_WAIT) {
      return;
    }
    findings.add(
        Severity.INFO,
        job.resource(),
        Field.of(job.resource(), "spec", "activeDeadlineSeconds"),
        "nothing ends a migration that hangs, and the gate of "
            + poll.get().workload().resource().identity()
            + " has no time limit either; set activeDeadlineSeconds");
  }
}
