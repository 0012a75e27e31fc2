package dev.migrationgate.rules;

import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.migration.MigrationJob;

/** No build applies the migration. */
final class KustomizationUnlisted implements Rule {
  @Override
  public String id() {
    return "kustomization-unlisted";
  }

  @Override
  public String title() {
    return "The migration Job's file stands beside a kustomization that does not list it";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    for (MigrationJob job : rollout.unlisted()) {
      String kustomization =
          rollout.files().orElseThrow().kustomizations().get(0).resource().source().name();
      findings.add(
          job.resource(),
          Field.of(job.resource(), "metadata", "name"),
          "no resources: of "
              + kustomization
              + " lists this file, so the build has workloads that need the migration, and not the"
              + " migration; list it");
    }
  }
}
