package dev.migrationgate.rules;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.database.PlainPassword;
import dev.migrationgate.pattern.migration.MigrationJob;
import dev.migrationgate.pattern.pod.PodTemplate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A password stands where everybody can read it. */
final class SecretInPlainText implements Rule {
  @Override
  public String id() {
    return "secret-in-plain-text";
  }

  @Override
  public String title() {
    return "A password stands in a manifest as a literal";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    Set<String> told = new HashSet<>();
    for (MigrationJob job : rollout.migrations()) {
      judge(rollout, job.resource(), job.pod(), told, findings);
    }
    for (Link link : rollout.links()) {
      judge(rollout, link.workload().resource(), link.workload().pod(), told, findings);
    }
  }

  private static void judge(
      Rollout rollout, Resource owner, PodTemplate pod, Set<String> told, Findings findings) {
    for (PlainPassword password : PlainPassword.in(owner, pod, rollout.resources())) {
      Resource holder = password.resource();
      if (told.add(holder.position() + " " + password.path())) {
        findings.add(
            holder,
            // Without the current value, which is what must not be told.
            new Field(password.path(), password.node(), Optional.empty(), Optional.empty()),
            password.what() + " stands here in plain text; move it to a Secret and refer to it");
      }
    }
  }
}
