package dev.migrationgate.rules;

import dev.migrationgate.fix.ProjectToken;
import dev.migrationgate.fix.Reach;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.gate.Gate;
import dev.migrationgate.pattern.gate.Workload;
import dev.migrationgate.pattern.pod.PodTemplate;

/** The gate has no token to ask with. */
final class GateNoToken implements Rule {
  @Override
  public String id() {
    return "gate-no-token";
  }

  @Override
  public String title() {
    return "The gate asks the API server, and its pod has no token";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public Reach reach() {
    return Reach.WIRE;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    for (Workload workload : rollout.workloads()) {
      for (Gate.JobPoll poll : workload.polls()) {
        if (!poll.bringsCredentials()
            && !poll.neverWaits()
            && !rollout.access().mountsToken(workload, poll.container())) {
          findings.add(
              severity(),
              workload.resource(),
              field(workload),
              message(workload.pod(), poll),
              new ProjectToken(workload, poll.container()));
          break;
        }
      }
    }
  }

  private static Field field(Workload workload) {
    PodTemplate pod = workload.pod();
    return Field.at(
            pod.path() + ".automountServiceAccountToken",
            pod.spec().get("automountServiceAccountToken").orElse(pod.spec()))
        .propose("true");
  }

  private static String message(PodTemplate pod, Gate.JobPoll poll) {
    boolean own = pod.spec().get("automountServiceAccountToken").isPresent();
    return poll.container().title()
        + " asks the API server for a Job, but "
        + (own ? "the pod" : "ServiceAccount " + pod.serviceAccount())
        + " says automountServiceAccountToken: false, so it asks as nobody; set it to true in the pod,"
        + " or project a token into the gate alone";
  }
}
