package dev.migrationgate.rules;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.gate.Workload;
import dev.migrationgate.pattern.migration.MigrationJob;
import dev.migrationgate.pattern.source.FieldSchema;
import dev.migrationgate.pattern.source.PackageFiles;
import java.util.HashSet;
import java.util.Set;

/** A field that Kubernetes does not know. */
final class UnknownField implements Rule {
  private static final String RBAC = "rbac.authorization.k8s.io";

  @Override
  public String id() {
    return "unknown-field";
  }

  @Override
  public String title() {
    return "A migration, its workload or their access has a field that Kubernetes does not know";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    if (rollout.files().isEmpty()) {
      return;
    }
    Set<Integer> judged = new HashSet<>();
    for (MigrationJob job : rollout.migrations()) {
      judge(rollout.files().get(), job.resource(), judged, findings);
    }
    for (Link link : rollout.links()) {
      judge(rollout.files().get(), link.workload().resource(), judged, findings);
    }
    for (Workload workload : rollout.workloads()) {
      if (workload.hasGate()) {
        judge(rollout.files().get(), workload.resource(), judged, findings);
      }
    }
    if (judged.isEmpty()) {
      return;
    }
    for (Resource resource : rollout.resources()) {
      if (resource.group().equals(RBAC) || resource.is("", "ServiceAccount")) {
        judge(rollout.files().get(), resource, judged, findings);
      }
    }
  }

  private static void judge(
      PackageFiles files, Resource resource, Set<Integer> judged, Findings findings) {
    if (judged.add(resource.position())) {
      for (FieldSchema.Misfit misfit : files.schema().misfits(resource)) {
        findings.add(
            resource,
            Field.at(misfit.path(), misfit.node()),
            misfit.path() + " " + misfit.problem());
      }
    }
  }
}
