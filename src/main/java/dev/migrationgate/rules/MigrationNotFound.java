package dev.migrationgate.rules;

import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.gate.Gate;
import dev.migrationgate.pattern.gate.Workload;
import java.util.Set;

/** A gate waits for a Job that nobody sees here. */
final class MigrationNotFound implements Rule {
  @Override
  public String id() {
    return "migration-not-found";
  }

  @Override
  public String title() {
    return "A gate waits for a Job that is not in the input";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    Set<String> jobs = rollout.jobNames();
    for (Workload workload : rollout.workloads()) {
      for (Gate.JobPoll poll : workload.polls()) {
        for (Gate.Target target : poll.targets()) {
          boolean named = target.name().indexOf('$') < 0 && !target.name().isEmpty();
          if (named && !jobs.contains(target.name()) && !isToldOtherwise(rollout, workload, poll)) {
            findings.add(
                workload.resource(),
                Field.at(target.path(), target.node()),
                poll.container().title()
                    + " waits for Job \""
                    + target.name()
                    + "\", which is not in the input: nothing is proven of it; give both to one run,"
                    + " or correct the name");
          }
        }
      }
    }
  }

  /** A gate that is meant for a migration of the input has a rule of its own. */
  private static boolean isToldOtherwise(Rollout rollout, Workload workload, Gate.JobPoll poll) {
    for (Link link : rollout.links().of(workload)) {
      if (link.gate().isPresent() && link.gate().get() == poll) {
        return true;
      }
    }
    return false;
  }
}
