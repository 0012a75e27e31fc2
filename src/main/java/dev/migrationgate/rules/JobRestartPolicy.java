package dev.migrationgate.rules;

import dev.migrationgate.fix.Reach;
import dev.migrationgate.fix.TemplateChange;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.delivery.Deliverer;
import dev.migrationgate.pattern.migration.MigrationJob;
import dev.migrationgate.yaml.Fragment;
import java.util.List;
import java.util.Optional;

/** The kubelet restarts a failed migration in place. */
final class JobRestartPolicy implements Rule {
  @Override
  public String id() {
    return "job-restart-policy";
  }

  @Override
  public String title() {
    return "The migration's container is restarted in place after a failure";
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
    Severity severity = rollout.deliverer() == Deliverer.FLUX ? Severity.ERROR : Severity.WARNING;
    for (MigrationJob job : rollout.migrations()) {
      Optional<String> now = job.pod().spec().text("restartPolicy");
      if (now.isPresent() && now.get().equals("Never")) {
        continue;
      }
      boolean restarts = now.orElse("").equals("OnFailure");
      findings.add(
          severity,
          job.resource(),
          Field.of(job.resource(), "spec", "template", "spec", "restartPolicy").propose("Never"),
          "restartPolicy is "
              + now.orElse("absent")
              + (restarts
                  ? ": a failed migration restarts in place and its log is lost"
                  : ", which the API server refuses in a Job")
              + "; set it to Never",
          new TemplateChange(
              job,
              List.of("spec", "template", "spec", "restartPolicy"),
              new Fragment.Text("Never"),
              false,
              "restartPolicy is set to Never"));
    }
  }
}
