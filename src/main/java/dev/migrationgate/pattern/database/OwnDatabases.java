package dev.migrationgate.pattern.database;

import dev.migrationgate.krm.NamespacedIndex;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.pattern.gate.Lookalike;
import dev.migrationgate.pattern.gate.Workload;
import dev.migrationgate.pattern.migration.MigrationJob;
import dev.migrationgate.pattern.pod.CommandLine;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.pod.PodTemplate;
import dev.migrationgate.pattern.shell.ShellCommand;
import java.util.List;
import java.util.Optional;

/** The databases that are applied together with a migration, and may come up after it. */
public final class OwnDatabases {
  private static final String ANY = "";

  private final NamespacedIndex databases = new NamespacedIndex();

  /** Finds the databases among these. */
  public OwnDatabases(Resources resources) {
    for (Resource resource : resources) {
      Optional<PodTemplate> pod = PodTemplate.of(resource);
      if (pod.isPresent()
          && Workload.isWorkload(resource)
          && !resource.kind().equals("CronJob")
          && DatabaseServer.isMigrated(pod.get())) {
        databases.add(ANY, resource);
      }
    }
  }

  /** The database of the input for which a Job does not wait, as {@code Kind name}. */
  public Optional<String> of(MigrationJob job) {
    List<Resource> near = databases.find(ANY, job.resource().namespace());
    return near.isEmpty() || waits(job) ? Optional.empty() : Optional.of(near.get(0).identity());
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
