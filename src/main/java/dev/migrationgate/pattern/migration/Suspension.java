package dev.migrationgate.pattern.migration;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.pod.Count;
import dev.migrationgate.yaml.Entry;
import java.util.OptionalLong;

/** Tells whether a Job waits for somebody to let it run. */
public final class Suspension {
  private static final String QUEUE = "queue-name";

  private Suspension() {}

  /** True when the Job starts no pod as it is declared. */
  public static boolean holds(Resource job) {
    return job.root().has("true", "spec", "suspend") || hasNone(job, "parallelism");
  }

  /** True when the Job is complete without any pod. */
  public static boolean skips(Resource job) {
    return hasNone(job, "completions");
  }

  /**
   * True when a queue (Kueue's label or its former annotation) or another controller ({@code
   * managedBy}) is to start it.
   */
  public static boolean isQueued(Resource job) {
    return job.root().at("spec", "managedBy").isPresent()
        || namesQueue(job, "labels")
        || namesQueue(job, "annotations");
  }

  private static boolean namesQueue(Resource job, String field) {
    for (Entry entry : job.root().entries("metadata", field)) {
      if (entry.name().endsWith("/" + QUEUE)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasNone(Resource job, String field) {
    OptionalLong count = Count.at(job.root(), "spec", field);
    return count.isPresent() && count.getAsLong() == 0;
  }
}
