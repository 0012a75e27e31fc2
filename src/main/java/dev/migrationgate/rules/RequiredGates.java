package dev.migrationgate.rules;

import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.MigrationJob;
import dev.migrationgate.pattern.Rollout;
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
              + ", and require asks for "
              + rollout.required()
              + "; "
              + reason(rollout));
    }
  }

  /** The first thing that would bring the number up. */
  private static String reason(Rollout rollout) {
    for (Link link : rollout.links()) {
      Optional<String> doubt = rollout.doubt(link);
      if (doubt.isPresent()) {
        return link.workload().resource().identity() + " " + doubt.get();
      }
    }
    for (MigrationJob job : rollout.migrations()) {
      if (rollout.links().of(job).isEmpty()) {
        return "no workload of the input depends on " + job.resource().identity();
      }
    }
    return "see that the migration Jobs and their workloads are in the input";
  }
}
