package dev.migrationgate.rules;

import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.gate.Gate;
import dev.migrationgate.pattern.gate.Workload;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.yaml.Node;
import java.util.Optional;

/** The kubelet refuses to start the gate. */
final class GateRunsAsRoot implements Rule {
  @Override
  public String id() {
    return "gate-runs-as-root";
  }

  @Override
  public String title() {
    return "The pod must not run as root, and the gate's image does";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    for (Workload workload : rollout.workloads()) {
      Node pod = workload.pod().spec();
      for (Gate.JobPoll poll : workload.polls()) {
        Container container = poll.container();
        boolean refuses =
            setting(container, pod, "runAsNonRoot").orElse("").equals("true")
                && setting(container, pod, "runAsUser").orElse("0").equals("0");
        if (refuses && poll.runsAsRoot()) {
          findings.add(
              workload.resource(),
              Field.imageOf(container),
              container.title()
                  + " runs k8s-wait-for "
                  + container.image().tag()
                  + " as root, which runAsNonRoot forbids; use no-root-v2.0, or set runAsUser: 1100");
        }
      }
    }
  }

  /** A container's own security context goes before the pod's. */
  private static Optional<String> setting(Container container, Node pod, String field) {
    Optional<String> own = container.node().text("securityContext", field);
    return own.isPresent() ? own : pod.text("securityContext", field);
  }
}
