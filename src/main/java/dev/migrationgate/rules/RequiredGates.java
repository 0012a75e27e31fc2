package dev.migrationgate.rules;

import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.migration.MigrationJob;
import java.util.Optional;

/** Fewer migrations are proven than the configuration asks for. */
final class RequiredGates implements Rule {
  @Override
  public String id() {
    return "required-gates";
  }

  @Override
  public String title() {
    return "Fewer migrations with a proven gate were found than the configuration requires";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    int proven = rollout.provenMigrations();
    if (proven < rollout.required()) {
      findings.addGlobal(
          "migrations with proven gates: "
              + proven
              + gates(rollout)
              + ", and require asks for "
              + rollout.required()
              + "; "
              + advice(rollout));
    }
  }

  /**
   * The closing line counts gates: two workloads may wait for one migration, and none for another.
   */
  private static String gates(Rollout rollout) {
    int gates = rollout.provenGates();
    return gates == rollout.provenMigrations()
        ? ""
        : " (" + gates + (gates == 1 ? " gate)" : " gates)");
  }

  /** The first thing that would bring the number up. */
  private static String advice(Rollout rollout) {
    for (Link link : rollout.links()) {
      Optional<String> doubt = rollout.doubt(link);
      if (doubt.isPresent()) {
        return "mend this first: " + link.workload().resource().identity() + " " + doubt.get();
      }
    }
    for (MigrationJob job : rollout.migrations()) {
      if (rollout.links().of(job).isEmpty()) {
        return "let the workload that needs "
            + job.resource().identity()
            + " wait for it: so far no workload of the input depends on it";
      }
    }
    return "see that the migration Jobs and their workloads are in the input";
  }
}
