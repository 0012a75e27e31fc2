package dev.migrationgate.pattern.delivery;

import dev.migrationgate.krm.Resource;
import java.util.List;
import java.util.Optional;

/** The annotations by which Argo CD and Helm are told when to delete a hook. */
public final class HookDeletion {
  private static final List<Policy> POLICIES =
      List.of(
          new Policy(
              "argocd.argoproj.io/hook-delete-policy", "HookSucceeded", "BeforeHookCreation"),
          new Policy("helm.sh/hook-delete-policy", "hook-succeeded", "before-hook-creation"));

  private HookDeletion() {}

  /**
   * One dialect's words.
   *
   * @param annotation its key
   * @param onSuccess the word that deletes the hook once it has succeeded
   * @param before the word that keeps it until its next run
   */
  public record Policy(String annotation, String onSuccess, String before) {}

  /** What makes the deliverer delete the Job once it has succeeded. */
  public static Optional<Policy> onSuccess(Deliverer deliverer, Resource job) {
    boolean knowsHooks =
        switch (deliverer) {
          case ARGOCD, UNKNOWN -> DeliveryOrder.isHook(job);
          case HELM -> HelmHook.of(job).isHook();
          case FLUX, KPT, KAPP, KUBECTL -> false;
        };
    for (Policy policy : POLICIES) {
      // Argo CD follows both, Helm its own alone.
      boolean obeyed = deliverer != Deliverer.HELM || policy.annotation().startsWith("helm.sh/");
      if (knowsHooks
          && obeyed
          && CommaList.of(job.annotation(policy.annotation()).orElse(""))
              .contains(policy.onSuccess())) {
        return Optional.of(policy);
      }
    }
    return Optional.empty();
  }
}
