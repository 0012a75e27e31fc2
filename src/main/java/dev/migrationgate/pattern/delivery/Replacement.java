package dev.migrationgate.pattern.delivery;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.migration.MigrationJob;

/** Tells whether a changed Job replaces the one in the cluster. */
public final class Replacement {
  private Replacement() {}

  /** True for hooks, generated names, and Jobs that Argo CD or kapp are told to replace. */
  public static boolean isCertain(MigrationJob job) {
    Resource resource = job.resource();
    String argo = resource.annotation("argocd.argoproj.io/sync-options").orElse("");
    return DeliveryOrder.isHook(resource)
        || job.hasGeneratedName()
        || resource
            .annotation("kapp.k14s.io/update-strategy")
            .orElse("")
            .equals("fallback-on-replace")
        || argo.contains("Replace=true")
        || argo.contains("Force=true");
  }
}
