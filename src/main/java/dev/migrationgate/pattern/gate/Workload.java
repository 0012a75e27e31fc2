package dev.migrationgate.pattern.gate;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.pod.Count;
import dev.migrationgate.pattern.pod.PodTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A resource whose pods may depend on a migration: Deployment, StatefulSet, DaemonSet, ReplicaSet,
 * CronJob, Argo Rollout or OpenShift's DeploymentConfig.
 *
 * @param gates what holds its containers back, in the order in which it does
 */
public record Workload(Resource resource, PodTemplate pod, List<Gate> gates) {
  private static final long DEFAULT_PROGRESS_DEADLINE = 600;

  public Workload {
    gates = List.copyOf(gates);
  }

  /** The gates that ask the API server for Jobs. */
  public List<Gate.JobPoll> polls() {
    List<Gate.JobPoll> polls = new ArrayList<>();
    for (Gate gate : gates) {
      if (gate instanceof Gate.JobPoll poll) {
        polls.add(poll);
      }
    }
    return polls;
  }

  /** The gate that polls the database's schema and holds, if there is one. */
  public Optional<Gate.SchemaPoll> schemaGate() {
    for (Gate gate : gates) {
      if (gate instanceof Gate.SchemaPoll poll && !poll.failsOpen()) {
        return Optional.of(poll);
      }
    }
    return Optional.empty();
  }

  /**
   * How many seconds its new pods may take to become ready before it counts as failed, empty for
   * kinds that never do.
   */
  public OptionalLong progressDeadline() {
    return switch (resource.kind()) {
      case "Deployment", "Rollout" ->
          OptionalLong.of(
              Count.at(resource.root(), "spec", "progressDeadlineSeconds")
                  .orElse(DEFAULT_PROGRESS_DEADLINE));
      default -> OptionalLong.empty();
    };
  }

  /**
   * The init container that looks whether the schema is there by a command that nobody here knows:
   * {@code shop wait-for-migrations}, a query for a table, whatever runs in one that is called
   * {@code wait-for-migrations}. Empty where there is none.
   */
  public Optional<String> ownQuestion() {
    for (Container container : pod.initContainers()) {
      boolean asks = runsOwnImage(container) && OwnQuestion.isAskedBy(container);
      if (asks || OwnQuestion.isClaimedBy(container) || OwnQuestion.looksForTables(container)) {
        return Optional.of(container.name());
      }
    }
    return Optional.empty();
  }

  private boolean runsOwnImage(Container init) {
    for (Container container : pod.containers()) {
      if (container.image().repository().equals(init.image().repository())) {
        return true;
      }
    }
    return false;
  }

  /** True when some gate polls the database's schema, whether it holds or not. */
  public boolean asksDatabase() {
    for (Gate gate : gates) {
      if (gate instanceof Gate.SchemaPoll) {
        return true;
      }
    }
    return false;
  }

  /** True when something waits for a migration before the containers start, right or wrong. */
  public boolean hasGate() {
    return !gates.isEmpty();
  }

  /** True when a deliverer waits for its pods: not for a CronJob's, and not for none. */
  public boolean isAwaited() {
    return !resource.kind().equals("CronJob") && !resource.root().has("0", "spec", "replicas");
  }

  /** True for the kinds that keep pods running, or run them again and again. */
  public static boolean isWorkload(Resource resource) {
    return switch (resource.kind()) {
      case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet" ->
          resource.group().equals("apps") || resource.group().equals("extensions");
      case "CronJob" -> resource.group().equals("batch");
      case "Rollout" -> resource.group().equals("argoproj.io");
      case "DeploymentConfig" -> resource.group().equals("apps.openshift.io");
      default -> false;
    };
  }
}
