package dev.migrationgate.rules;

import dev.migrationgate.fix.AskInNamespace;
import dev.migrationgate.fix.Reach;
import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.gate.Gate;

/** The gate looks for the Job where it is not. */
final class GateNamespace implements Rule {
  @Override
  public String id() {
    return "gate-namespace";
  }

  @Override
  public String title() {
    return "The gate asks for the Job in another namespace than the Job's";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public Reach reach() {
    return Reach.SAFE;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    for (Link link : rollout.links()) {
      if (!link.isGated()) {
        continue;
      }
      Gate.JobPoll gate = link.gate().get();
      String asked = gate.namespaceFor(link.workload().resource().namespace());
      String actual = link.job().resource().namespace();
      if (!link.asksInJobsNamespace()) {
        findings.add(
            severity(),
            link.workload().resource(),
            Field.at(gate.targets().get(0).path(), gate.targets().get(0).node()),
            gate.container().title()
                + " asks in namespace \""
                + asked
                + "\", but Job "
                + link.job().name()
                + " is in \""
                + actual
                + "\"; move one of them, or let the gate ask with -n "
                + actual,
            new AskInNamespace(link));
      }
    }
  }
}
