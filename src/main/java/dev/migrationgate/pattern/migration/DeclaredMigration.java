package dev.migrationgate.pattern.migration;

import java.util.List;

/**
 * A migration that the configuration names, where discovery needs help.
 *
 * @param job the Job's name
 * @param workloads {@code Kind/NAME} of what depends on it; none leaves that to discovery
 */
public record DeclaredMigration(String job, List<String> workloads) {
  public DeclaredMigration {
    workloads = List.copyOf(workloads);
  }
}
