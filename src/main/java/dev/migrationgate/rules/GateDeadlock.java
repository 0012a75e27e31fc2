package dev.migrationgate.rules;

import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.delivery.Deliverer;
import dev.migrationgate.pattern.migration.MigrationJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Deliverer and gate wait for each other. */
final class GateDeadlock implements Rule {
  @Override
  public String id() {
    return "gate-deadlock";
  }

  @Override
  public String title() {
    return "The gate waits for a Job that is applied only once the workload is up";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    // Helm waits for the workload only where it is told to, by --wait or --atomic.
    boolean always = rollout.deliverer() != Deliverer.HELM;
    for (MigrationJob job : rollout.migrations()) {
      List<Link> waiting = new ArrayList<>();
      Optional<String> order = Optional.empty();
      for (Link link : rollout.links().of(job)) {
        Optional<String> after =
            rollout.delivery().after(job.resource(), link.workload().resource());
        if (after.isPresent() && waits(link) && link.workload().isAwaited()) {
          waiting.add(link);
          order = after;
        }
      }
      if (!waiting.isEmpty()) {
        findings.add(
            always ? Severity.ERROR : Severity.WARNING,
            job.resource(),
            Field.of(job.resource(), "metadata", "annotations"),
            (always ? "" : "with --wait, ")
                + rollout.deliverer().title()
                + " applies the Job once the pods of "
                + Names.workloads(waiting)
                + " are up ("
                + order.get()
                + "), and the gate there waits for the Job: neither ever comes; let the Job come"
                + " first");
      }
    }
  }

  private static boolean waits(Link link) {
    return link.isGated() || link.strong() && link.workload().schemaGate().isPresent();
  }
}
