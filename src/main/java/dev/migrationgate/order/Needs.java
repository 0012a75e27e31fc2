package dev.migrationgate.order;

import dev.migrationgate.krm.Groups;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Prerequisites;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.migration.MigrationJob;
import java.util.List;

/** Which resources must stand before which, by their positions in the input. */
final class Needs {
  private final Groups<Integer, Integer> before = new Groups<>();

  /** Workloads need their migrations, and those what they refer to. */
  static Needs of(Rollout rollout) {
    Needs needs = new Needs();
    Prerequisites prerequisites = new Prerequisites(rollout.resources());
    for (MigrationJob job : rollout.migrations()) {
      for (Resource prerequisite : prerequisites.of(job)) {
        needs.add(job.resource(), prerequisite);
      }
    }
    for (Link link : rollout.links()) {
      needs.add(link.workload().resource(), link.job().resource());
    }
    for (Resource resource : rollout.resources()) {
      for (Resource other : prerequisites.annotated(resource)) {
        needs.add(resource, other);
      }
    }
    return needs;
  }

  private void add(Resource resource, Resource first) {
    if (resource.position() != first.position()) {
      before.add(resource.position(), first.position());
    }
  }

  /** What must stand before a resource. */
  List<Integer> of(int position) {
    return before.of(position);
  }

  boolean isEmpty() {
    return before.isEmpty();
  }
}
