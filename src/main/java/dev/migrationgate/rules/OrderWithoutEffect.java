package dev.migrationgate.rules;

import dev.migrationgate.fix.DeliveryAnnotations;
import dev.migrationgate.fix.Reach;
import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.migration.MigrationJob;
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
  public Reach reach() {
    return Reach.WIRE;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    if (!rollout.deliverer().sortsByKind() || !rollout.orders()) {
      return;
    }
    for (MigrationJob job : rollout.migrations()) {
      if (!isToldOfAll(rollout, job) && needsTelling(rollout, job)) {
        Field name = Field.of(job.resource(), "metadata", "name");
        String message =
            rollout.deliverer().title()
                + " applies the manifests in an order of its own, whatever order they are in; what holds"
                + " pods back is "
                + guarantee(rollout, job);
        if (rollout.deliverer().ordersByAnnotation()) {
          findings.add(severity(), job.resource(), name, message, new DeliveryAnnotations(job));
        } else {
          findings.add(job.resource(), name, message);
        }
      }
    }
  }

  /** True where the deliverer has been told of each workload, in its own annotations. */
  private static boolean isToldOfAll(Rollout rollout, MigrationJob job) {
    for (Link link : rollout.links().of(job)) {
      if (!rollout.delivery().isTold(job.resource(), link.workload().resource())) {
        return false;
      }
    }
    return true;
  }

  /** Where the Job stands first and gates are proven, nobody need be told anything. */
  private static boolean needsTelling(Rollout rollout, MigrationJob job) {
    for (Link link : rollout.links().of(job)) {
      // Nobody puts files in order.
      boolean moved =
          rollout.files().isEmpty()
              && job.resource().position() > link.workload().resource().position();
      if (moved || rollout.deliverer().ordersByAnnotation() && rollout.startsUngated(link)) {
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
