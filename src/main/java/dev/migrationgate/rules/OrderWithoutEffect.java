package dev.migrationgate.rules;

import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.MigrationJob;
import dev.migrationgate.pattern.Rollout;
import java.util.Optional;

/** The deliverer sorts by itself. */
final class OrderWithoutEffect implements Rule {
  @Override
  public String id() {
    return "order-without-effect";
  }

  @Override
  public String title() {
    return "The deliverer sorts the manifests by itself, so their order guarantees nothing";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    if (!rollout.deliverer().sortsByKind() || !rollout.orders()) {
      return;
    }
    for (MigrationJob job : rollout.migrations()) {
      if (isMoved(rollout, job)) {
        findings.add(
            job.resource(),
            Field.of(job.resource(), "metadata", "name"),
            rollout.deliverer().title()
                + " applies the manifests in an order of its own, whatever order they are in; what holds"
                + " pods back is "
                + guarantee(rollout, job));
      }
    }
  }

  private static boolean isMoved(Rollout rollout, MigrationJob job) {
    for (Link link : rollout.links().of(job)) {
      if (job.resource().position() > link.workload().resource().position()) {
        return true;
      }
    }
    return false;
  }

  private static String guarantee(Rollout rollout, MigrationJob job) {
    for (Link link : rollout.links().of(job)) {
      Optional<String> ordered = rollout.orderedByDeliverer(link);
      if (ordered.isPresent()) {
        return ordered.get();
      }
      if (rollout.isProven(link) && link.gate().isPresent()) {
        return "the gate, init container " + link.gate().get().container().name();
      }
    }
    return "a gate that is proven, or nothing";
  }
}
