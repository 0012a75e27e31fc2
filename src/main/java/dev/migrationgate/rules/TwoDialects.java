package dev.migrationgate.rules;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.delivery.Deliverer;
import dev.migrationgate.pattern.delivery.HookDialects;
import dev.migrationgate.pattern.migration.MigrationJob;
import java.util.List;
import java.util.Optional;

/** The Job tells two deliverers when to run it. */
final class TwoDialects implements Rule {
  private static final String HELM_HOOK = "helm.sh/hook";

  @Override
  public String id() {
    return "two-dialects";
  }

  @Override
  public String title() {
    return "The migration's hooks are written for two deliverers";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    Optional<Resource> argoHook = HookDialects.argoHook(rollout.resources());
    for (MigrationJob job : rollout.migrations()) {
      Resource resource = job.resource();
      List<String> dialects = HookDialects.of(resource);
      if (dialects.size() > 1) {
        boolean agree =
            !dialects.contains("kapp.k14s.io/change-group") && HookDialects.agree(resource);
        findings.add(
            agree ? Severity.INFO : Severity.WARNING,
            resource,
            Field.of(resource, "metadata", "annotations", dialects.get(1)),
            String.join(" and ", dialects)
                + " stand on one Job: each deliverer follows its own alone"
                + (agree ? ", and today they agree" : ", and they do not agree")
                + "; keep those of the one that delivers");
      } else if (rollout.deliverer() == Deliverer.ARGOCD
          && dialects.contains(HELM_HOOK)
          && argoHook.isPresent()) {
        findings.add(
            resource,
            Field.of(resource, "metadata", "annotations", HELM_HOOK),
            "the Job is a Helm hook, and "
                + argoHook.get().identity()
                + " one of Argo CD, which promises to heed Helm's only in applications without its"
                + " own; write the Job's as argocd.argoproj.io/hook, too");
      }
    }
  }
}
