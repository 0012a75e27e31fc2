package dev.migrationgate.rules;

import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.migration.JobRuns;
import dev.migrationgate.pattern.migration.MigrationJob;

/** The Job starts several pods for one migration. */
final class JobParallel implements Rule {
  @Override
  public String id() {
    return "job-parallel";
  }

  @Override
  public String title() {
    return "The migration Job runs its migration more than once";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    for (MigrationJob job : rollout.migrations()) {
      JobRuns runs = JobRuns.of(job.resource());
      // Pods with an index have each a share of their own: a tenant, a shard.
      if (runs.indexed()) {
        continue;
      }
      if (runs.atOnce() > 1) {
        findings.add(
            job.resource(),
            Field.of(job.resource(), "spec", "parallelism").propose("1"),
            runs.atOnce()
                + " pods migrate the same database at the same time; set parallelism and completions"
                + " to 1");
      } else if (runs.inAll() > 1) {
        findings.add(
            job.resource(),
            Field.of(job.resource(), "spec", "completions").propose("1"),
            "the migration runs "
                + runs.inAll()
                + " times, one after the other, before the Job is complete; set completions to 1");
      }
    }
  }
}
