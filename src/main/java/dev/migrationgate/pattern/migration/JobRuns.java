package dev.migrationgate.pattern.migration;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.pod.Count;
import java.util.OptionalLong;

/**
 * How often a Job runs its pod template, failures left out (Kubernetes documentation, Jobs,
 * Parallel execution).
 *
 * @param completions how many pods have to succeed, empty where one that does ends the work
 * @param parallelism how many may run side by side
 * @param indexed true when each pod gets a number, and so a share of its own
 */
public record JobRuns(OptionalLong completions, OptionalLong parallelism, boolean indexed) {

  /** Reads a Job. */
  public static JobRuns of(Resource job) {
    return new JobRuns(
        Count.at(job.root(), "spec", "completions"),
        Count.at(job.root(), "spec", "parallelism"),
        job.root().has("Indexed", "spec", "completionMode"));
  }

  /** How many pods run side by side: never more than there are completions left. */
  public long atOnce() {
    long wanted = parallelism.orElse(1);
    return completions.isPresent() ? Math.min(wanted, completions.getAsLong()) : wanted;
  }

  /** How many pods run in all. */
  public long inAll() {
    return completions.orElse(atOnce());
  }
}
