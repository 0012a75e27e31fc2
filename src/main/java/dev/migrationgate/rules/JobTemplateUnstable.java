package dev.migrationgate.rules;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.delivery.Deliverer;
import dev.migrationgate.pattern.delivery.Replacement;
import dev.migrationgate.pattern.migration.MigrationJob;
import dev.migrationgate.pattern.pod.PodReference;
import dev.migrationgate.pattern.source.GeneratedName;
import dev.migrationgate.yaml.Entry;
import java.util.Optional;

/** The template changes more often than the Job's name. */
final class JobTemplateUnstable implements Rule {
  private static final String[] VERSION_LABELS = {
    "app.kubernetes.io/version", "helm.sh/chart", "chart", "version"
  };

  @Override
  public String id() {
    return "job-template-unstable";
  }

  @Override
  public String title() {
    return "The migration Job's template changes while its name does not";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    // Under Flux a Job is either forced, and replaced, or job-force-annotation has spoken already.
    if (rollout.deliverer() == Deliverer.FLUX) {
      return;
    }
    for (MigrationJob job : rollout.migrations()) {
      Optional<Field> unstable =
          Replacement.isCertain(job) ? Optional.empty() : unstable(rollout, job);
      if (unstable.isPresent()) {
        findings.add(
            rollout.deliverer() == Deliverer.UNKNOWN ? Severity.INFO : Severity.WARNING,
            job.resource(),
            unstable.get(),
            "\""
                + unstable.get().current().orElse("")
                + "\" changes, the Job's name does not, and a Job's template is immutable: the next"
                + " change fails with \"field is immutable\"; keep it out of the template, or let"
                + " the deliverer replace the Job");
      }
    }
  }

  private static Optional<Field> unstable(Rollout rollout, MigrationJob job) {
    for (PodReference reference : PodReference.of(job.pod())) {
      if (GeneratedName.isIn(reference, rollout.resources())) {
        return Optional.of(Field.at(reference.path(), reference.node()));
      }
    }
    Resource resource = job.resource();
    for (Entry entry : job.pod().template().entries("metadata", "annotations")) {
      if (entry.name().startsWith("checksum/")) {
        return Optional.of(
            Field.of(resource, "spec", "template", "metadata", "annotations", entry.name()));
      }
    }
    // A version in the name changes together with a version in a label.
    for (String label : job.hasVersionedName() ? new String[0] : VERSION_LABELS) {
      if (job.pod().template().text("metadata", "labels", label).isPresent()) {
        return Optional.of(Field.of(resource, "spec", "template", "metadata", "labels", label));
      }
    }
    return Optional.empty();
  }
}
