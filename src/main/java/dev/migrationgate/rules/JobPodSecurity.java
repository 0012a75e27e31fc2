package dev.migrationgate.rules;

import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.migration.MigrationJob;
import dev.migrationgate.pattern.pod.PodSecurity;
import java.util.List;
import java.util.Optional;

/** The namespace refuses the Job's pods. */
final class JobPodSecurity implements Rule {
  @Override
  public String id() {
    return "job-pod-security";
  }

  @Override
  public String title() {
    return "The namespace enforces a Pod Security level that the migration Job's pod does not meet";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    for (MigrationJob job : rollout.migrations()) {
      Optional<String> level = PodSecurity.enforcedOn(job.resource(), rollout.resources());
      List<String> violations =
          level.isPresent() ? PodSecurity.violations(job.pod(), level.get()) : List.of();
      if (!violations.isEmpty()) {
        findings.add(
            job.resource(),
            Field.of(job.resource(), "spec", "template", "spec", "securityContext"),
            "namespace "
                + job.resource().namespace()
                + " enforces "
                + level.get()
                + ", and the Job's pod violates it, so no pod is created: "
                + String.join(", ", violations)
                + "; set what is missing in the securityContext of pod and containers");
      }
    }
  }
}
