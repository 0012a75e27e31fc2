package dev.migrationgate.rules;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.cluster.NetworkPolicies;
import dev.migrationgate.pattern.cluster.Peer;
import dev.migrationgate.pattern.database.DatabaseLocation;
import dev.migrationgate.pattern.gate.Gate;
import dev.migrationgate.pattern.gate.Workload;
import dev.migrationgate.pattern.migration.MigrationJob;
import dev.migrationgate.pattern.pod.PodTemplate;
import dev.migrationgate.yaml.Node;
import java.util.Optional;

/** A NetworkPolicy stands between. */
final class NetworkBlocked implements Rule {
  @Override
  public String id() {
    return "network-blocked";
  }

  @Override
  public String title() {
    return "A NetworkPolicy keeps the gate from the API server, or the Job from its database";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    NetworkPolicies policies = new NetworkPolicies(rollout.resources());
    for (Workload workload : rollout.workloads()) {
      Peer pod = Peer.of(workload.resource(), workload.pod());
      Optional<Resource> policy = policies.keepsFromApiServer(pod);
      if (policy.isPresent() && !workload.polls().isEmpty()) {
        Gate.JobPoll poll = workload.polls().get(0);
        findings.add(
            workload.resource(),
            Field.at(poll.container().path(), poll.container().node()),
            poll.container().title()
                + " asks the API server, and no egress rule of NetworkPolicy "
                + policy.get().name()
                + " lets it through; allow ports 443 and 6443 to the API server's addresses");
      }
    }
    DatabaseLocation location = new DatabaseLocation(rollout.resources(), rollout.workloads());
    for (MigrationJob job : rollout.migrations()) {
      Peer pod = Peer.of(job.resource(), job.pod());
      Optional<Peer> database = location.of(job);
      if (database.isEmpty()) {
        judgeWaysOut(job, pod, policies, rollout, findings);
      }
      Optional<Resource> policy =
          database.isPresent() ? policies.keepsApart(pod, database.get()) : Optional.empty();
      if (policy.isPresent()) {
        findings.add(
            job.resource(),
            Field.of(job.resource(), "spec", "template", "metadata", "labels"),
            "NetworkPolicy "
                + policy.get().name()
                + " does not let the Job's pods connect to their database "
                + database.get().owner().identity()
                + "; give them a label that it allows, or allow them");
      }
    }
  }

  /** Nobody knows where the database is, but somebody must be reached. */
  private static void judgeWaysOut(
      MigrationJob job, Peer pod, NetworkPolicies policies, Rollout rollout, Findings findings) {
    Optional<Resource> policy = policies.leavesOnlyNames(pod);
    if (policy.isEmpty() || mayDoWithout(job.pod())) {
      return;
    }
    for (Link link : rollout.links().of(job)) {
      Workload workload = link.workload();
      if (policies.leavesOnlyNames(Peer.of(workload.resource(), workload.pod())).isEmpty()) {
        findings.add(
            job.resource(),
            Field.of(job.resource(), "spec", "template", "metadata", "labels"),
            "NetworkPolicy "
                + policy.get().name()
                + " lets the Job's pods connect to nothing, or to name servers alone, while those of "
                + workload.resource().identity()
                + " may connect to more; give them a label that a policy allows, or allow them");
        return;
      }
    }
  }

  /** A database may be a file or a socket, and a node's own network has no policies. */
  private static boolean mayDoWithout(PodTemplate pod) {
    for (Node volume : pod.spec().items("volumes")) {
      if (volume.get("persistentVolumeClaim").isPresent() || volume.get("hostPath").isPresent()) {
        return true;
      }
    }
    return pod.spec().has("true", "hostNetwork");
  }
}
