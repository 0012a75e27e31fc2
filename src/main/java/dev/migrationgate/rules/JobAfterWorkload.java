package dev.migrationgate.rules;

import dev.migrationgate.krm.Host;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.delivery.Deliverer;
import dev.migrationgate.pattern.migration.MigrationJob;
import java.util.ArrayList;
import java.util.List;

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
    for (MigrationJob job : rollout.migrations()) {
      List<Resource> before = listedBefore(job, rollout);
      if (!before.isEmpty()) {
        judge(job, listed(before), rollout, findings);
      }
    }
  }

  private static void judge(MigrationJob job, String listed, Rollout rollout, Findings findings) {
    Field name = Field.of(job.resource(), "metadata", "name");
    if (isMended(rollout)) {
      findings.addFixed(job.resource(), name, listed + "; moved before it");
    } else if (job.hasGeneratedName() || rollout.isAwaitedByHand(job)) {
      // Who creates the Job or waits for it does so by itself, wherever it is listed.
      return;
    } else if (rollout.host() == Host.KUSTOMIZE) {
      findings.add(
          Severity.INFO,
          job.resource(),
          name,
          listed + "; kustomize keeps its own order, set sortOptions in the root kustomization");
    } else {
      findings.add(
          rollout.deliverer() == Deliverer.KUBECTL ? Severity.WARNING : Severity.INFO,
          job.resource(),
          name,
          listed + "; list it before");
    }
  }

  private static boolean isMended(Rollout rollout) {
    return rollout.host() != Host.KUSTOMIZE && rollout.orders() && rollout.files().isEmpty();
  }

  private static List<Resource> listedBefore(MigrationJob job, Rollout rollout) {
    List<Resource> before = new ArrayList<>();
    for (Link link : rollout.links().of(job)) {
      Resource workload = link.workload().resource();
      // Who orders the two does not ask for the order of the files.
      boolean matters = isMended(rollout) || rollout.orderedByDeliverer(link).isEmpty();
      if (matters && workload.position() < job.resource().position()) {
        before.add(workload);
      }
    }
    return before;
  }

  private static String listed(List<Resource> workloads) {
    int others = workloads.size() - 1;
    return "listed after "
        + workloads.get(0).identity()
        + switch (others) {
          case 0 -> ", which depends on it";
          case 1 -> " and one more workload, which depend on it";
          default -> " and " + others + " more workloads, which depend on it";
        };
  }
}
