package dev.migrationgate.rules;

import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.migration.LastingSidecar;
import dev.migrationgate.pattern.migration.MigrationJob;
import dev.migrationgate.pattern.pod.Container;
import java.util.Optional;

/** The migration is done, and its pod runs on. */
final class JobSidecarHolds implements Rule {
  @Override
  public String id() {
    return "job-sidecar-holds";
  }

  @Override
  public String title() {
    return "A sidecar keeps the migration Job from completing";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    for (MigrationJob job : rollout.migrations()) {
      Optional<Container> sidecar = LastingSidecar.in(job);
      Optional<String> mesh = LastingSidecar.injectedInto(job, rollout.resources());
      if (sidecar.isPresent()) {
        Container container = sidecar.get();
        findings.add(
            job.resource(),
            Field.at(
                container.path() + ".name", container.node().get("name").orElse(container.node())),
            "container "
                + container.name()
                + " runs on when the migration is done, so the Job never completes; make it an init"
                + " container with restartPolicy: Always");
      } else if (mesh.isPresent()) {
        findings.add(
            job.resource(),
            Field.of(job.resource(), "spec", "template", "metadata"),
            mesh.get()
                + " puts its proxy into the Job's pod, and unless it is a native sidecar it runs on"
                + " when the migration is done: the Job never completes; opt out with "
                + optOut(mesh.get()));
      }
    }
  }

  private static String optOut(String mesh) {
    return mesh.equals("Istio")
        ? "the pod label sidecar.istio.io/inject: \"false\""
        : "the pod annotation linkerd.io/inject: disabled";
  }
}
