package dev.migrationgate.rules;

import dev.migrationgate.pattern.Deliverer;
import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.MigrationJob;
import dev.migrationgate.pattern.Replacement;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.substitute.FieldRole;
import dev.migrationgate.substitute.Use;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The Job's name stays the same from release to release. */
final class JobNameUnversioned implements Rule {
  private static final List<String> VERSION_WORDS =
      List.of("TAG", "VERSION", "SHA", "COMMIT", "REVISION", "RELEASE", "BUILD", "RUN_ID");

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
  public void judge(Rollout rollout, Findings findings) {
    for (MigrationJob job : rollout.migrations()) {
      if (Replacement.isCertain(job)
          || job.hasVersionedName()
          || namesRelease(rollout, job)
          || Placeholder.in(job.name()).isPresent()) {
        continue;
      }
      Field name = Field.of(job.resource(), "metadata", "name");
      Optional<Link> poll = rollout.polledBy(job);
      if (poll.isPresent()) {
        findings.add(
            job.resource(),
            name,
            "the name is the same in every release, so the gate of "
                + poll.get().workload().resource().identity()
                + " passes at once on the last release's Job; append a version such as"
                + " -${IMAGE_TAG}");
      } else if (rollout.deliverer() == Deliverer.FLUX && !rollout.fluxForces(job)) {
        findings.add(
            job.resource(),
            name,
            "the name is the same in every release, and a Job's template is immutable: the next"
                + " image makes the whole Flux Kustomization fail; append a version such as"
                + " -${IMAGE_TAG}");
      } else {
        findings.add(
            Severity.INFO,
            job.resource(),
            name,
            "the name is the same in every release; append a version such as -${IMAGE_TAG}, so that"
                + " each release runs its own Job");
      }
    }
  }

  /** A variable in the name is a version when the image has it too, or when it says so itself. */
  private static boolean namesRelease(Rollout rollout, MigrationJob job) {
    Set<String> inName = new HashSet<>();
    Set<String> inImage = new HashSet<>();
    for (Use use : rollout.uses()) {
      if (use.resource().position() == job.resource().position()) {
        if (use.path().equals("metadata.name")) {
          inName.add(use.variable());
        } else if (use.role() == FieldRole.IMAGE) {
          inImage.add(use.variable());
        }
      }
    }
    for (String variable : inName) {
      if (inImage.contains(variable) || saysVersion(variable.toUpperCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private static boolean saysVersion(String variable) {
    for (String word : VERSION_WORDS) {
      if (variable.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
