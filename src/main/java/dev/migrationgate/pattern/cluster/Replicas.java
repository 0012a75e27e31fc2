package dev.migrationgate.pattern.cluster;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.pod.Count;

/** How many pods of a workload run, and may start, at once. */
public enum Replicas {
  /** Scaled down to nothing: whoever scales it up knows what he does. */
  NONE,
  ONE,
  /** Several, or as many as an autoscaler wants. */
  MANY;

  /** Reads a workload's own number and the autoscalers of the input. */
  public static Replicas of(Resource workload, Autoscalers autoscalers) {
    if (autoscalers.scale(workload)) {
      return MANY;
    }
    return switch (workload.kind()) {
      case "DaemonSet" -> MANY;
      // One pod after the other, each once the one before is ready.
      case "StatefulSet" ->
          workload.root().has("Parallel", "spec", "podManagementPolicy") ? counted(workload) : ONE;
      default -> counted(workload);
    };
  }

  private static Replicas counted(Resource workload) {
    long replicas = Count.at(workload.root(), "spec", "replicas").orElse(1);
    return replicas > 1 ? MANY : replicas == 1 ? ONE : NONE;
  }
}
