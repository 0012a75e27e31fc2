package dev.migrationgate.fix;

import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.delivery.Replacement;
import dev.migrationgate.pattern.migration.MigrationJob;
import dev.migrationgate.pattern.migration.ReleaseName;
import dev.migrationgate.yaml.Fragment;
import java.util.List;
import java.util.Optional;

/**
 * Gives a field of a migration Job a value. The Job of a running release cannot take one in its
 * template, which is immutable; {@code backoffLimit} it can (Kubernetes, {@code
 * ValidateJobSpecUpdate}).
 *
 * @param path keys from the Job's root
 * @param oneTry true where the Job no longer tries again
 * @param done what is done, for a person
 */
public record TemplateChange(
    MigrationJob job, List<String> path, Fragment value, boolean oneTry, String done)
    implements Fix {

  @Override
  public Plan plan(Surroundings around) {
    Optional<String> objection = objection(job, around.rollout());
    if (objection.isPresent() && path.contains("template")) {
      return new Plan.Refused(objection.get());
    }
    Optional<String> database = oneTry ? around.databases().of(job) : Optional.empty();
    if (database.isPresent()) {
      return new Plan.Refused(
          database.get()
              + " comes with the same input and the Job does not wait for it, so that it may need"
              + " more than one try");
    }
    return new Plan.Changes(done, List.of(new Change.Put(job.resource(), path, value)));
  }

  /** Why a Job's template may not change, empty where it may. */
  static Optional<String> objection(MigrationJob job, Rollout rollout) {
    return Replacement.isCertain(job) || ReleaseName.carriesVersion(job, rollout.uses())
        ? Optional.empty()
        : Optional.of(
            "the Job keeps its name from release to release, and its template is immutable; give"
                + " it a versioned name first");
  }
}
