package dev.migrationgate.pattern;

import dev.migrationgate.krm.Resource;
import java.util.Optional;

/** What a deliverer itself orders: hooks, waves and rules that make it wait for the migration. */
public final class DeliveryOrder {
  private static final String ARGO_HOOK = "argocd.argoproj.io/hook";
  private static final String ARGO_WAVE = "argocd.argoproj.io/sync-wave";
  private static final String HELM_HOOK = "helm.sh/hook";
  private static final String KAPP_GROUP = "kapp.k14s.io/change-group";
  private static final String KAPP_RULE = "kapp.k14s.io/change-rule";

  private DeliveryOrder() {}

  /** How the deliverer makes sure that the Job is done before the workload is applied. */
  public static Optional<String> before(Deliverer deliverer, Resource job, Resource workload) {
    return switch (deliverer) {
      case ARGOCD, UNKNOWN -> first(argo(job, workload), helm(job), kapp(job, workload));
      case HELM -> helm(job);
      case KAPP -> kapp(job, workload);
      case FLUX, KPT, KUBECTL -> Optional.empty();
    };
  }

  private static Optional<String> first(
      Optional<String> one, Optional<String> two, Optional<String> three) {
    Optional<String> either = one.isPresent() ? one : two;
    return either.isPresent() ? either : three;
  }

  /** True when the resource is a hook of Argo CD or Helm, so that it runs anew at each sync. */
  public static boolean isHook(Resource job) {
    return job.annotation(ARGO_HOOK).isPresent() || job.annotation(HELM_HOOK).isPresent();
  }

  private static Optional<String> argo(Resource job, Resource workload) {
    String hook = job.annotation(ARGO_HOOK).orElse("");
    String other = workload.annotation(ARGO_HOOK).orElse("");
    if (hook.contains("PreSync") && !other.contains("PreSync")) {
      return Optional.of("an Argo CD PreSync hook");
    }
    boolean sync = hook.isEmpty() || hook.equals("Sync");
    if (sync && other.isEmpty() && wave(job) < wave(workload)) {
      return Optional.of("Argo CD sync wave " + wave(job) + " before " + wave(workload));
    }
    return Optional.empty();
  }

  private static int wave(Resource resource) {
    String wave = resource.annotation(ARGO_WAVE).orElse("0");
    try {
      return Integer.parseInt(wave.trim());
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static Optional<String> helm(Resource job) {
    String hook = job.annotation(HELM_HOOK).orElse("");
    return hook.contains("pre-install") || hook.contains("pre-upgrade")
        ? Optional.of("a Helm " + hook + " hook")
        : Optional.empty();
  }

  private static Optional<String> kapp(Resource job, Resource workload) {
    Optional<String> group = job.annotation(KAPP_GROUP);
    String rule = workload.annotation(KAPP_RULE).orElse("");
    return group.isPresent() && rule.contains("after upserting " + group.get())
        ? Optional.of("a kapp change rule")
        : Optional.empty();
  }
}
