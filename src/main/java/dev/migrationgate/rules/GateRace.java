package dev.migrationgate.rules;

import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.gate.Gate;
import dev.migrationgate.pattern.gate.Workload;

/** k8s-wait-for passes on a Job that has no status yet. */
final class GateRace implements Rule {
  @Override
  public String id() {
    return "gate-race";
  }

  @Override
  public String title() {
    return "k8s-wait-for up to v2.0 lets pods through while the Job has no status yet";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    for (Workload workload : rollout.workloads()) {
      for (Gate.JobPoll poll : workload.polls()) {
        if (poll.passesWithoutStatus()) {
          findings.add(
              workload.resource(),
              Field.imageOf(poll.container()),
              poll.container().title()
                  + " passes when it asks before the Job controller has written the Job's status; use"
                  + " kubectl wait --for=condition=complete, which does not");
        }
      }
    }
  }
}
