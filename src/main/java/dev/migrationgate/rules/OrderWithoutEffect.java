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
      Optional<String> guarantee = guarantee(rollout, job);
      if (guarantee.isPresent() && isMoved(rollout, job)) {
        findings.add(
            job.resource(),
            Field.of(job.resource(), "metadata", "name"),
            rollout.deliverer().title()
                + " applies the manifests in an order of its own; what holds pods back is "
                + guarantee.get());
      }
    }
  }

  private static boolean isMoved(Rollout rollout, MigrationJob job) {
    for (Link link : rollout.linksOf(job)) {
      if (job.resource().position() > link.workload().resource().position()) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> guarantee(Rollout rollout, MigrationJob job) {
    for (Link link : rollout.linksOf(job)) {
      Optional<String> ordered = rollout.orderedByDeliverer(link);
      if (ordered.isPresent()) {
        return ordered;
      }
      if (rollout.isProven(link) && link.gate().isPresent()) {
        return Optional.of("the gate, init container " + link.gate().get().container().name());
      }
    }
    return Optional.empty();
  }
}
