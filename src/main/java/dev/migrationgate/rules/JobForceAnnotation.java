package dev.migrationgate.rules;

import dev.migrationgate.fix.Reach;
import dev.migrationgate.fix.SetField;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.delivery.Deliverer;
import dev.migrationgate.pattern.delivery.DeliveryOrder;
import dev.migrationgate.pattern.migration.MigrationJob;
import dev.migrationgate.yaml.Fragment;
import java.util.List;

/** Flux may not replace the Job. */
final class JobForceAnnotation implements Rule {
  private static final String FORCE = "kustomize.toolkit.fluxcd.io/force";

  @Override
  public String id() {
    return "job-force-annotation";
  }

  @Override
  public String title() {
    return "Flux is not told to replace the migration Job";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public Reach reach() {
    return Reach.SAFE;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    if (rollout.deliverer() != Deliverer.FLUX && rollout.deliverer() != Deliverer.UNKNOWN) {
      return;
    }
    Severity severity = rollout.deliverer() == Deliverer.FLUX ? Severity.ERROR : Severity.INFO;
    for (MigrationJob job : rollout.migrations()) {
      if (rollout.fluxForces(job) || DeliveryOrder.isHook(job.resource())) {
        continue;
      }
      String now = job.resource().annotation(FORCE).orElse("");
      Field field = Field.of(job.resource(), "metadata", "annotations", FORCE).propose("Enabled");
      String message =
          (now.isEmpty() ? "" : "\"" + now + "\" has no effect; ")
              + "a Job's template is immutable, and Flux is not told to replace the Job; add the"
              + " annotation "
              + FORCE
              + ": Enabled";
      if (rollout.deliverer() == Deliverer.FLUX) {
        findings.add(
            severity,
            job.resource(),
            field,
            message,
            new SetField(
                job.resource(),
                List.of("metadata", "annotations", FORCE),
                new Fragment.Text("Enabled"),
                "the annotation " + FORCE + ": Enabled tells Flux to replace the Job"));
      } else {
        // An annotation of Flux would tell every later reader that Flux delivers.
        findings.add(severity, job.resource(), field, message);
      }
    }
  }
}
