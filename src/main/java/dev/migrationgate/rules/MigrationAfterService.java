package dev.migrationgate.rules;

import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.delivery.Deliverer;
import dev.migrationgate.pattern.migration.MigrationJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The deliverer runs the migration when the service is up already. */
final class MigrationAfterService implements Rule {
  @Override
  public String id() {
    return "migration-after-service";
  }

  @Override
  public String title() {
    return "The migration runs in a later wave or hook than the service";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    for (MigrationJob job : rollout.migrations()) {
      List<Link> early = new ArrayList<>();
      Optional<String> order = Optional.empty();
      for (Link link : rollout.links().of(job)) {
        Optional<String> after =
            rollout.delivery().after(job.resource(), link.workload().resource());
        // The runs of a CronJob come and go long after the migration.
        if (after.isPresent()
            && link.strong()
            && !link.workload().resource().kind().equals("CronJob")
            && !link.workload().hasGate()
            && !migratesBefore(rollout, link)) {
          early.add(link);
          order = after;
        }
      }
      if (!early.isEmpty()) {
        Optional<String> question = ownQuestion(rollout, early);
        findings.add(
            question.isPresent() ? Severity.INFO : severity(),
            job.resource(),
            Field.of(job.resource(), "metadata", "annotations"),
            "the migration runs when the new pods of "
                + Names.workloads(early)
                + " serve already, on the old schema ("
                + order.get()
                + ")"
                + (question.isPresent()
                    ? ", unless init container " + question.get() + " waits for it"
                    : "")
                + "; let it run before");
      }
    }
  }

  /**
   * The init container by which all of them may wait for the schema. Helm starts its hooks whether
   * pods are ready or not; who waits until they are would wait for ever.
   */
  private static Optional<String> ownQuestion(Rollout rollout, List<Link> early) {
    Optional<String> question = Optional.empty();
    for (Link link : early) {
      question = link.workload().ownQuestion();
      if (question.isEmpty() || rollout.deliverer() != Deliverer.HELM) {
        return Optional.empty();
      }
    }
    return question;
  }

  /** What is left for later was left on purpose, where another migration comes first. */
  private static boolean migratesBefore(Rollout rollout, Link late) {
    for (Link link : rollout.links()) {
      if (link.workload().resource().position() == late.workload().resource().position()
          && rollout.orderedByDeliverer(link).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
