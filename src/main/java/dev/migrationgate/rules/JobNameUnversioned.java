package dev.migrationgate.rules;

import dev.migrationgate.fix.Reach;
import dev.migrationgate.fix.VersionedName;
import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.delivery.Deliverer;
import dev.migrationgate.pattern.delivery.Replacement;
import dev.migrationgate.pattern.migration.MigrationJob;
import dev.migrationgate.pattern.migration.ReleaseName;
import java.util.Optional;

/** The Job's name stays the same from release to release. */
final class JobNameUnversioned implements Rule {
  @Override
  public String id() {
    return "job-name-unversioned";
  }

  @Override
  public String title() {
    return "The migration Job's name carries no version";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public Reach reach() {
    return Reach.WIRE;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    for (MigrationJob job : rollout.migrations()) {
      if (Replacement.isCertain(job) || ReleaseName.carriesVersion(job, rollout.uses())) {
        continue;
      }
      Field name = Field.of(job.resource(), "metadata", "name");
      Optional<Link> poll = rollout.polledBy(job);
      if (poll.isPresent()) {
        findings.add(
            severity(),
            job.resource(),
            name,
            "the name is the same in every release, so the gate of "
                + poll.get().workload().resource().identity()
                + " passes at once on the last release's Job; append a version such as"
                + " -${IMAGE_TAG}",
            new VersionedName(job));
      } else if (rollout.deliverer() == Deliverer.FLUX && !rollout.fluxForces(job)) {
        findings.add(
            severity(),
            job.resource(),
            name,
            "the name is the same in every release, and a Job's template is immutable: the next"
                + " image makes the whole Flux Kustomization fail; append a version such as"
                + " -${IMAGE_TAG}",
            new VersionedName(job));
      } else {
        findings.add(
            Severity.INFO,
            job.resource(),
            name,
            "the name is the same in every release; append a version such as -${IMAGE_TAG}, so that"
                + " each release runs its own Job",
            new VersionedName(job));
      }
    }
  }
}
