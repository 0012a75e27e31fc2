package dev.migrationgate.pattern;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.yaml.Node;
import java.util.List;

/** Tells whether a Job that has one try outlives the drain of its node. */
public final class Disruption {
  private static final String CONDITION = "DisruptionTarget";

  /** Annotations of a pod that keep its node, each with the value that does. */
  private static final String[][] KEPT = {
    {"cluster-autoscaler.kubernetes.io/safe-to-evict", "false"},
    {"karpenter.sh/do-not-disrupt", "true"},
    {"karpenter.sh/do-not-evict", "true"}
  };

  private Disruption() {}

  /** True when a drain does not count as a failure, or something keeps it away from the pod. */
  public static boolean isProvidedFor(MigrationJob job, List<Resource> resources) {
    return isIgnored(job.resource()) || isKept(job.pod()) || hasBudget(job, resources);
  }

  private static boolean isIgnored(Resource job) {
    for (Node rule : job.root().items("spec", "podFailurePolicy", "rules")) {
      for (Node condition : rule.items("onPodConditions")) {
        if (rule.has("Ignore", "action") && condition.has(CONDITION, "type")) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isKept(PodTemplate pod) {
    for (String[] annotation : KEPT) {
      if (pod.template().has(annotation[1], "metadata", "annotations", annotation[0])) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasBudget(MigrationJob job, List<Resource> resources) {
    for (Resource resource : resources) {
      if (resource.is("policy", "PodDisruptionBudget")
          && resource.mayShareNamespaceWith(job.resource())
          && resource.root().at("spec", "selector").isPresent()
          && LabelSelector.matches(resource.root().at("spec", "selector").get(), job.pod())) {
        return true;
      }
    }
    return false;
  }
}
