package dev.migrationgate.rules;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.migration.MigrationJob;
import dev.migrationgate.pattern.migration.MigrationLock;
import java.util.Optional;

/** A retry may start while the pod before it still runs. */
final class JobOverlappingRetry implements Rule {
  @Override
  public String id() {
    return "job-overlapping-retry";
  }

  @Override
  public String title() {
    return "Two tries of the migration may run at the same time";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    for (MigrationJob job : rollout.migrations()) {
      Resource resource = job.resource();
      Optional<String> limit = resource.root().text("spec", "backoffLimit");
      // Absent is no decision to retry, and another rule speaks of it.
      boolean retries = limit.isPresent() && !limit.get().equals("0");
      if (retries && MigrationLock.isAbsent(job) && !waitsForTheLast(resource)) {
        findings.add(
            resource,
            Field.of(resource, "spec", "podReplacementPolicy").propose("Failed"),
            "the Job starts the next pod as soon as the last one is told to stop, and "
                + job.tool()
                + " takes no lock: two migrations may run at once; set podReplacementPolicy: Failed");
      }
    }
  }

  /** A {@code podFailurePolicy} allows no other replacement policy than {@code Failed}. */
  private static boolean waitsForTheLast(Resource job) {
    return job.root().has("Failed", "spec", "podReplacementPolicy")
        || job.root().at("spec", "podFailurePolicy").isPresent();
  }
}
