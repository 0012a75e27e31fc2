package dev.migrationgate.pattern.cluster;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.pod.Count;
import java.util.Optional;

/**
 * A setting that keeps a new pod template from replacing the pods of the old one.
 *
 * @param keys where it stands
 * @param effect what it does, a clause
 * @param remedy what to do instead
 */
public record Stall(String[] keys, String effect, String remedy) {

  /** The setting that stalls a workload, if one does. */
  public static Optional<Stall> of(Resource workload) {
    return switch (workload.kind()) {
      case "Deployment", "Rollout", "DeploymentConfig" -> paused(workload);
      case "StatefulSet", "DaemonSet" -> updateStrategy(workload);
      default -> Optional.empty();
    };
  }

  private static Optional<Stall> paused(Resource workload) {
    if (!workload.root().has("true", "spec", "paused")) {
      return Optional.empty();
    }
    return Optional.of(
        new Stall(
            new String[] {"spec", "paused"},
            "paused: true keeps the old pods running",
            "remove it"));
  }

  private static Optional<Stall> updateStrategy(Resource workload) {
    if (workload.root().has("OnDelete", "spec", "updateStrategy", "type")) {
      return Optional.of(
          new Stall(
              new String[] {"spec", "updateStrategy", "type"},
              "updateStrategy OnDelete keeps the old pods until somebody deletes them",
              "use RollingUpdate"));
    }
    String[] keys = {"spec", "updateStrategy", "rollingUpdate", "partition"};
    long partition = Count.at(workload.root(), keys).orElse(0);
    if (partition <= 0 || !workload.kind().equals("StatefulSet")) {
      return Optional.empty();
    }
    return Optional.of(
        new Stall(
            keys,
            "partition " + partition + " keeps the old pods of the ordinals below it",
            "set it to 0"));
  }
}
