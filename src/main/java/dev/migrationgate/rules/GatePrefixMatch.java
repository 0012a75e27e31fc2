package dev.migrationgate.rules;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.gate.Access;
import dev.migrationgate.pattern.gate.Gate;
import dev.migrationgate.pattern.gate.Workload;
import dev.migrationgate.pattern.migration.JobName;
import java.util.Optional;

/** Another Job may answer for the one that is missing. */
final class GatePrefixMatch implements Rule {
  @Override
  public String id() {
    return "gate-prefix-match";
  }

  @Override
  public String title() {
    return "The gate also takes a Job whose name only starts with the wanted one";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    for (Workload workload : rollout.workloads()) {
      for (Gate.JobPoll poll : workload.polls()) {
        if (poll.matchesPrefixes()
            && !isWrong(rollout, workload, poll)
            && mayListAll(rollout, workload, poll)) {
          Gate.Target target = poll.targets().get(0);
          Optional<String> other = other(rollout, target.name(), poll, workload.resource());
          if (other.isPresent()) {
            findings.add(
                workload.resource(),
                Field.at(target.path(), target.node()),
                "while there is no Job "
                    + target.name()
                    + ", init container "
                    + poll.container().name()
                    + " takes "
                    + other.get()
                    + " for it; give the name twice, or let the Role grant get without list");
          }
        }
      }
    }
  }

  /** A gate that names another Job is told of that, and of nothing finer. */
  private static boolean isWrong(Rollout rollout, Workload workload, Gate.JobPoll poll) {
    for (Link link : rollout.links().of(workload)) {
      if (link.gate().isPresent() && link.gate().get() == poll && !link.isGated()) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayListAll(Rollout rollout, Workload workload, Gate.JobPoll poll) {
    String namespace = workload.resource().namespace();
    return rollout
            .access()
            .listsAllJobs(
                new Access.Identity(namespace, workload.pod().serviceAccount()),
                poll.namespaceFor(namespace))
        == Access.Verdict.ALLOWED;
  }

  /** A Job of the input, or of a release to come or gone, whose name is longer. */
  private static Optional<String> other(
      Rollout rollout, String name, Gate.JobPoll poll, Resource workload) {
    for (Resource resource : rollout.resources().of("batch", "Job")) {
      boolean longer = resource.name().startsWith(name) && !resource.name().equals(name);
      if (longer && resource.mayBeIn(poll.namespaceFor(workload.namespace()))) {
        return Optional.of(resource.name());
      }
    }
    return JobName.longer(name);
  }
}
