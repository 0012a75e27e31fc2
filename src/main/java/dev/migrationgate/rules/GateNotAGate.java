package dev.migrationgate.rules;

import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.gate.Lookalike;
import dev.migrationgate.pattern.gate.Workload;

/** Something waits, but not for the migration. */
final class GateNotAGate implements Rule {
  @Override
  public String id() {
    return "gate-not-a-gate";
  }

  @Override
  public String title() {
    return "An init container claims to wait for the migration, and does not";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    for (Workload workload : rollout.workloads()) {
      if (!workload.gates().isEmpty()) {
        continue;
      }
      for (Lookalike lookalike : Lookalike.of(workload)) {
        findings.add(
            startsUngated(rollout, workload) ? Severity.ERROR : Severity.WARNING,
            workload.resource(),
            Field.at(lookalike.container().path(), lookalike.container().node()),
            "init container "
                + lookalike.container().name()
                + " runs "
                + lookalike.command()
                + ", which "
                + lookalike.reason()
                + "; wait for the Job with kubectl wait --for=condition=complete");
      }
    }
  }

  /** Nothing else holds the pods back, and the migration is known. */
  private static boolean startsUngated(Rollout rollout, Workload workload) {
    for (Link link : rollout.links()) {
      if (link.workload().resource().position() == workload.resource().position()
          && rollout.startsUngated(link)) {
        return true;
      }
    }
    return false;
  }
}
