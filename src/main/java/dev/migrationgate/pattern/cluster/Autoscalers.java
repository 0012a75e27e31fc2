package dev.migrationgate.pattern.cluster;

import dev.migrationgate.krm.NamespacedIndex;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.yaml.Mapping;

/** The autoscalers of the input: HorizontalPodAutoscalers and KEDA's ScaledObjects. */
public final class Autoscalers {
  private final NamespacedIndex byTarget = new NamespacedIndex();

  public Autoscalers(Resources resources) {
    for (Resource scaler : resources.of("autoscaling", "HorizontalPodAutoscaler")) {
      add(scaler);
    }
    for (Resource scaler : resources.of("keda.sh", "ScaledObject")) {
      add(scaler);
    }
  }

  private void add(Resource scaler) {
    Mapping root = scaler.root();
    String kind = root.text("spec", "scaleTargetRef", "kind").orElse("Deployment");
    byTarget.add(kind + "/" + root.text("spec", "scaleTargetRef", "name").orElse(""), scaler);
  }

  /** True when one of them changes how many pods a workload has. */
  public boolean scale(Resource workload) {
    String target = workload.kind() + "/" + workload.name();
    return !byTarget.find(target, workload.namespace()).isEmpty();
  }
}
