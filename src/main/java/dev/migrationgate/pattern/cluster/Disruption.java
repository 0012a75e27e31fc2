package dev.migrationgate.pattern.cluster;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.pattern.pod.PodTemplate;
import dev.migrationgate.yaml.Node;
import java.util.Optional;

/** Tells whether a Job that has one try outlives the drain of its node. */
public final class Disruption {
  private static final String CONDITION = "DisruptionTarget";

  /** Annotations of a pod that keep its node, each with the value that does. */
  private static final String[][] KEPT = {
    {"cluster-autoscaler.kubernetes.io/safe-to-evict", "false"},
    {"karpenter.sh/do-not-disrupt", "true"},
    {"karpenter.sh/do-not-evict", "true"}
  };

  private final SelectorIndex budgets;

  public Disruption(Resources resources) {
    this.budgets =
        new SelectorIndex(
            resources.of("policy", "PodDisruptionBudget"), "spec", "selector", "matchLabels");
  }

  /** True when a drain does not count as a failure, or something keeps it away from the pod. */
  public boolean isProvidedFor(Resource job, PodTemplate pod) {
    return isIgnored(job) || isKept(pod) || hasBudget(job.namespace(), pod);
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

  private boolean hasBudget(String namespace, PodTemplate pod) {
    for (Resource budget : budgets.candidates(pod.labels(), namespace)) {
      Optional<Node> selector = budget.root().at("spec", "selector");
      if (selector.isPresent() && LabelSelector.matches(selector.get(), pod)) {
        return true;
      }
    }
    return false;
  }
}
