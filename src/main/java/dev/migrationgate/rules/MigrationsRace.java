package dev.migrationgate.rules;

import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.database.DatabaseIdentity;
import dev.migrationgate.pattern.delivery.Deliverer;
import dev.migrationgate.pattern.migration.MigrationJob;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two migrations of one database run at the same time. */
final class MigrationsRace implements Rule {
  @Override
  public String id() {
    return "migrations-race";
  }

  @Override
  public String title() {
    return "Two migrations of one database run at the same time";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    Map<String, List<MigrationJob>> byDatabase = new HashMap<>();
    for (MigrationJob job : rollout.migrations()) {
      Optional<DatabaseIdentity> database = rollout.database(job);
      if (database.isPresent()) {
        List<MigrationJob> others =
            byDatabase.getOrDefault(database.get().key(), new ArrayList<>());
        judge(rollout, job, others, database.get(), findings);
        others.add(job);
        byDatabase.put(database.get().key(), others);
      }
    }
  }

  private static void judge(
      Rollout rollout,
      MigrationJob job,
      List<MigrationJob> others,
      DatabaseIdentity database,
      Findings findings) {
    for (MigrationJob other : others) {
      if (!isOrdered(rollout, other, job)) {
        findings.add(
            rollout.deliverer() == Deliverer.UNKNOWN ? Severity.INFO : Severity.WARNING,
            job.resource(),
            Field.of(job.resource(), "metadata", "name"),
            "runs beside "
                + other.resource().identity()
                + " on the same database ("
                + String.join(", ", database.settings())
                + "), with the same tool; let one wait for the other, or make them one Job");
        return;
      }
    }
  }

  /** Two of one name are one, and have a rule of their own. */
  private static boolean isOrdered(Rollout rollout, MigrationJob one, MigrationJob other) {
    return one.name().equals(other.name())
        || rollout.delivery().separates(one.resource(), other.resource())
        || one.waitsFor(other)
        || other.waitsFor(one);
  }
}
