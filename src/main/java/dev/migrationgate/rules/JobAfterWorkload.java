package dev.migrationgate.rules;

import dev.migrationgate.krm.Host;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Deliverer;
import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Rollout;

/** The Job is listed after its workload. */
final class JobAfterWorkload implements Rule {
  @Override
  public String id() {
    return "job-after-workload";
  }

  @Override
  public String title() {
    return "The migration Job is listed after a workload that depends on it";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    if (rollout.files().isPresent() && !rollout.files().get().kustomizations().isEmpty()) {
      // kustomize sorts, and kustomization-order speaks of it.
      return;
    }
    for (Link link : rollout.links()) {
      Resource job = link.job().resource();
      Resource workload = link.workload().resource();
      if (job.position() < workload.position()) {
        continue;
      }
      Field name = Field.of(job, "metadata", "name");
      String listed = "listed after " + workload.identity() + ", which depends on it";
      if (rollout.host() == Host.KUSTOMIZE) {
        findings.add(
            Severity.INFO,
            job,
            name,
            listed + "; kustomize keeps its own order, set sortOptions in the root kustomization");
      } else if (rollout.orders() && rollout.files().isEmpty()) {
        findings.addFixed(job, name, listed + "; moved before it");
      } else {
        findings.add(
            // Who waits for the Job applies it by itself, wherever it is listed.
            rollout.deliverer() == Deliverer.KUBECTL && !rollout.isAwaitedByHand(link.job())
                ? Severity.WARNING
                : Severity.INFO,
            job,
            name,
            listed + "; list it before");
      }
    }
  }
}
