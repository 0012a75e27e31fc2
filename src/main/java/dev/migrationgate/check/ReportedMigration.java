package dev.migrationgate.check;

import java.util.List;
import java.util.Optional;

/**
 * A migration and what depends on it.
 *
 * @param tool the migration tool, empty where none was recognised
 * @param evidence why the Job was taken for a migration
 */
public record ReportedMigration(
    String name,
    String namespace,
    String file,
    String tool,
    List<String> evidence,
    List<Dependent> workloads) {
  public ReportedMigration {
    evidence = List.copyOf(evidence);
    workloads = List.copyOf(workloads);
  }

  /**
   * A workload that depends on it.
   *
   * @param gate what holds its pods back, right or wrong
   * @param linkedBy why it was taken to depend on the migration
   */
  public record Dependent(
      String kind,
      String name,
      String namespace,
      String file,
      Optional<GateSummary> gate,
      List<String> linkedBy) {
    public Dependent {
      linkedBy = List.copyOf(linkedBy);
    }
  }

  /**
   * A gate.
   *
   * @param kind {@code k8s-wait-for}, {@code kubectl-wait}, {@code kubectl-get-loop}, {@code
   *     kubernetes-entrypoint} or {@code db-poll}
   * @param target the Jobs that it names by commas; for {@code db-poll} the tool that it asks
   * @param container the init container
   */
  public record GateSummary(String kind, String target, String container) {}
}
