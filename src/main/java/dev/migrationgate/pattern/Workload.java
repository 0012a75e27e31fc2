package dev.migrationgate.pattern;

import dev.migrationgate.krm.Resource;
import java.util.List;
import java.util.Optional;

/**
 * A resource whose pods may depend on a migration: Deployment, StatefulSet, DaemonSet, ReplicaSet,
 * CronJob or Argo Rollout.
 *
 * @param gates what holds its containers back, in the order in which it does
 */
public record Workload(Resource resource, PodTemplate pod, List<Gate> gates) {
  public Workload {
    gates = List.copyOf(gates);
  }

  /** The gate that polls the database's schema, if there is one. */
  public Optional<Gate.SchemaPoll> schemaGate() {
    for (Gate gate : gates) {
      if (gate instanceof Gate.SchemaPoll poll) {
        return Optional.of(poll);
      }
    }
    return Optional.empty();
  }

  /** True for the kinds that keep pods running, or run them again and again. */
  public static boolean isWorkload(Resource resource) {
    return switch (resource.kind()) {
      case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet" ->
          resource.group().equals("apps") || resource.group().equals("extensions");
      case "CronJob" -> resource.group().equals("batch");
      case "Rollout" -> resource.group().equals("argoproj.io");
      default -> false;
    };
  }
}
