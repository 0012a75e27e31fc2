package dev.migrationgate.rules;

import dev.migrationgate.pattern.Gate;
import dev.migrationgate.pattern.Image;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.Workload;

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
      for (Gate gate : workload.gates()) {
        if (gate instanceof Gate.JobPoll poll
            && poll.form() == Gate.Form.K8S_WAIT_FOR
            && races(poll.container().image())) {
          findings.add(
              workload.resource(),
              Field.at(
                  poll.container().path() + ".image",
                  poll.container().node().get("image").orElse(poll.container().node())),
              "init container "
                  + poll.container().name()
                  + " passes when it asks before the Job controller has written the Job's status; use"
                  + " kubectl wait --for=condition=complete, which does not");
        }
      }
    }
  }

  /** Up to v2.0, the newest release; a tag that says no version says nothing. */
  private static boolean races(Image image) {
    String tag = image.tag();
    int v = tag.indexOf('v');
    if (tag.isEmpty() && image.digest().isEmpty() || tag.equals("latest")) {
      return true;
    }
    String version = v < 0 ? tag : tag.substring(v + 1);
    return version.startsWith("1.") || version.equals("1") || version.equals("2.0") || version.equals("2");
  }
}
