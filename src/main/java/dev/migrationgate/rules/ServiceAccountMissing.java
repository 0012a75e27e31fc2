package dev.migrationgate.rules;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.migration.MigrationJob;
import dev.migrationgate.pattern.pod.PodTemplate;
import java.util.HashSet;
import java.util.Set;

/** A ServiceAccount is named that the input does not hold. */
final class ServiceAccountMissing implements Rule {
  private static final String RBAC = "rbac.authorization.k8s.io";

  @Override
  public String id() {
    return "service-account-missing";
  }

  @Override
  public String title() {
    return "A ServiceAccount is named that is not in the input";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    Set<Integer> judged = new HashSet<>();
    for (MigrationJob job : rollout.migrations()) {
      judge(job.resource(), job.pod(), rollout, judged, findings);
    }
    for (Link link : rollout.links()) {
      judge(link.workload().resource(), link.workload().pod(), rollout, judged, findings);
    }
  }

  private static void judge(
      Resource resource, PodTemplate pod, Rollout rollout, Set<Integer> judged, Findings findings) {
    if (!judged.add(resource.position())
        || !pod.namesServiceAccount()
        || pod.serviceAccount().equals("default")
        || rollout
            .resources()
            .referred("", "ServiceAccount", pod.serviceAccount(), resource)
            .isPresent()) {
      return;
    }
    findings.add(
        severity(rollout.resources()),
        resource,
        Field.at(
            pod.path() + ".serviceAccountName",
            pod.spec().get("serviceAccountName").orElse(pod.spec())),
        "ServiceAccount "
            + pod.serviceAccount()
            + " is not in the input: no pod is created until it exists; add it, or see that something"
            + " else creates it first");
  }

  /** An input without any account, and without rights for one, leaves both to somebody else. */
  private static Severity severity(Resources resources) {
    boolean elsewhere =
        resources.of("", "ServiceAccount").isEmpty()
            && resources.of(RBAC, "RoleBinding").isEmpty()
            && resources.of(RBAC, "ClusterRoleBinding").isEmpty();
    return elsewhere ? Severity.INFO : Severity.WARNING;
  }
}
