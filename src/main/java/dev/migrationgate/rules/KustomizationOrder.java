package dev.migrationgate.rules;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.delivery.Deliverer;
import dev.migrationgate.pattern.source.KustomizationFile;

/** kustomize puts the workload before the migration. */
final class KustomizationOrder implements Rule {
  @Override
  public String id() {
    return "kustomization-order";
  }

  @Override
  public String title() {
    return "kustomize sorts the workload before the migration Job";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    if (rollout.files().isEmpty() || rollout.files().get().kustomizations().isEmpty()) {
      return;
    }
    // Only the root's sortOptions count.
    KustomizationFile root = rollout.files().get().kustomizations().get(0);
    for (Link link : rollout.links()) {
      Resource job = link.job().resource();
      Resource workload = link.workload().resource();
      // The runs of a CronJob come and go; a deliverer that orders the two does not ask the build.
      boolean matters =
          !workload.kind().equals("CronJob") && rollout.orderedByDeliverer(link).isEmpty();
      if (matters && root.sortsBefore(workload, job)) {
        findings.add(
            severity(rollout, link),
            root.resource(),
            Field.of(root.resource(), "sortOptions"),
            "the build puts "
                + workload.identity()
                + " before "
                + job.identity()
                + "; set sortOptions here, with Job before "
                + workload.kind());
        return;
      }
    }
  }

  /** A first start that fails is of no account where somebody or the database sees to the order. */
  private static Severity severity(Rollout rollout, Link link) {
    boolean cared = rollout.isAwaitedByHand(link.job()) || link.workload().asksDatabase();
    return rollout.deliverer() == Deliverer.KUBECTL && !cared ? Severity.WARNING : Severity.INFO;
  }
}
