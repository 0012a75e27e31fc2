package dev.migrationgate.pattern.migration;

import java.util.Set;

/** Tells which tools keep a second migration of one database waiting. */
public final class MigrationLock {
  /** Tools that take an advisory lock, or lock a table of their own, for the whole run. */
  private static final Set<String> TAKEN =
      Set.of(
          "Rails",
          "Prisma",
          "Knex",
          "Flyway",
          "Liquibase",
          "golang-migrate",
          "Atlas",
          "SQLx",
          "Ecto",
          "EF Core",
          "Airflow",
          "Kong");

  private MigrationLock() {}

  /** True for a tool that is known to take one. */
  static boolean isTakenBy(String tool) {
    return TAKEN.contains(tool);
  }

  /** True for a Job whose tool is known to take none. */
  public static boolean isAbsent(MigrationJob job) {
    return !job.tool().isEmpty() && !TAKEN.contains(job.tool());
  }
}
