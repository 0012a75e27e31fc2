package dev.migrationgate.pattern;

import dev.migrationgate.pattern.gate.Gate;
import dev.migrationgate.pattern.gate.Workload;
import dev.migrationgate.pattern.migration.MigrationJob;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.pod.ImageFamily;
import java.util.List;
import java.util.Optional;

/**
 * A workload that depends on a migration.
 *
 * @param strong true when what links them leaves no reasonable doubt
 * @param reasons what links them, for a person to read
 * @param gate the workload's gate that is meant for this migration, right or wrong
 */
public record Link(
    MigrationJob job,
    Workload workload,
    boolean strong,
    List<String> reasons,
    Optional<Gate.JobPoll> gate) {
  public Link {
    reasons = List.copyOf(reasons);
  }

  /** True for two containers whose images are of one application, and so of one release. */
  public boolean runTogether(Container migrating, Container serving) {
    return ImageFamily.of(migrating.image()).equals(ImageFamily.of(serving.image()));
  }

  /** True when the gate looks where the Job may be. */
  public boolean asksInJobsNamespace() {
    return gate.isPresent()
        && job.resource().mayBeIn(gate.get().namespaceFor(workload.resource().namespace()));
  }

  /** True when a gate of the workload waits for this very Job by its name. */
  public boolean isGated() {
    return gate.isPresent() && gate.get().names(job.name());
  }

  /** True when the workload's pods are there, and wait, while the migration runs. */
  public boolean holdsPods() {
    return isGated() || workload.schemaGate().isPresent();
  }
}
