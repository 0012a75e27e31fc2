package dev.migrationgate.rules;

import dev.migrationgate.pattern.Deliverer;
import dev.migrationgate.pattern.MigrationJob;
import dev.migrationgate.pattern.Rollout;
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
              + "; set it to Never");
    }
  }
}
