package dev.migrationgate.rules;

import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.gate.Gate;
import dev.migrationgate.pattern.gate.Workload;
import dev.migrationgate.pattern.pod.Container;

/** The gate's image does not wait. */
final class GateImageBroken implements Rule {
  @Override
  public String id() {
    return "gate-image-broken";
  }

  @Override
  public String title() {
    return "The gate runs a release of k8s-wait-for that does not wait";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    for (Workload workload : rollout.workloads()) {
      for (Gate.JobPoll poll : workload.polls()) {
        if (poll.neverWaits()) {
          Container container = poll.container();
          findings.add(
              workload.resource(),
              Field.imageOf(container),
              container.title()
                  + " runs k8s-wait-for "
                  + container.image().tag()
                  + ", which ends at once on current clusters; use kubectl wait"
                  + " --for=condition=complete, or k8s-wait-for no-root-v2.0");
        }
      }
    }
  }
}
