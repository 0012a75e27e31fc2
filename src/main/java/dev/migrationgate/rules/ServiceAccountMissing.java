package dev.migrationgate.rules;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.MigrationJob;
import dev.migrationgate.pattern.PodTemplate;
import dev.migrationgate.pattern.Rollout;
import java.util.HashSet;
import java.util.Set;

/** A ServiceAccount is named that the input does not hold. */
final class ServiceAccountMissing implements Rule {
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
        resource,
        Field.at(
            pod.path() + ".serviceAccountName",
            pod.spec().get("serviceAccountName").orElse(pod.spec())),
        "ServiceAccount "
            + pod.serviceAccount()
            + " is not in the input: no pod is created until it exists; add it, or see that something"
            + " else creates it first");
  }
}
