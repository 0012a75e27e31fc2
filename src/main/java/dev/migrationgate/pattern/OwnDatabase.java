package dev.migrationgate.pattern;

import dev.migrationgate.krm.Resource;
import java.util.Optional;

/** A database that is applied together with the migration, and may come up after it. */
public final class OwnDatabase {
  private OwnDatabase() {}

  /** The database of the input for which a Job does not wait, as {@code Kind name}. */
  public static Optional<String> of(MigrationJob job, Rollout rollout) {
    if (waits(job)) {
      return Optional.empty();
    }
    for (Resource resource : rollout.resources()) {
      Optional<PodTemplate> pod = PodTemplate.of(resource);
      if (pod.isPresent()
          && Workload.isWorkload(resource)
          && !resource.kind().equals("CronJob")
          && resource.mayShareNamespaceWith(job.resource())
          && DatabaseServer.isMigrated(pod.get())) {
        return Optional.of(resource.identity());
      }
    }
    return Optional.empty();
  }

  private static boolean waits(MigrationJob job) {
    for (Container container : job.pod().allContainers()) {
      for (ShellCommand command : CommandLine.of(container).commands()) {
        if (Lookalike.connects(command)) {
          return true;
        }
      }
    }
    return false;
  }
}
