package dev.migrationgate.fix;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.cluster.Peer;
import dev.migrationgate.pattern.database.DatabaseServer;
import dev.migrationgate.pattern.delivery.Deliverer;
import dev.migrationgate.pattern.delivery.DeliveryOrder;
import dev.migrationgate.pattern.delivery.Replacement;
import dev.migrationgate.pattern.migration.OneTimeWork;
import dev.migrationgate.pattern.migration.ReleaseName;
import dev.migrationgate.pattern.migration.Suspension;
import dev.migrationgate.pattern.source.Patch;
import java.util.Optional;

/** What a gate that polls a Job could hurt: pods that would wait for ever, or for nothing. */
final class GateGuards {
  private GateGuards() {}

  /** Why a workload gets no gate, empty where it may have one. */
  static Optional<String> refusal(Surroundings around, Link link, GateSettings settings) {
    Resource job = link.job().resource();
    Resource workload = link.workload().resource();
    if (DatabaseServer.isRunBy(link.workload().pod())) {
      return Optional.of("it serves the database or stands in front of it, and the Job needs it");
    }
    Optional<String> order = DeliveryOrder.inAnyDialect(job, workload);
    if (order.isPresent()) {
      return Optional.of(
          "another deliverer orders the two already (" + order.get() + "); name it as deliverer");
    }
    Optional<String> oneTime = OneTimeWork.in(link.job());
    if (oneTime.isPresent()) {
      return Optional.of(
          "\"" + oneTime.get() + "\" tells that the Job does not belong to every release");
    }
    if (around.kustomized().leaveOut(job, workload)) {
      return Optional.of(
          "the Job's file " + job.path().orElse("") + " is not listed in the kustomization");
    }
    Optional<Patch> patch = around.rollout().patching(workload, "initContainers");
    if (patch.isPresent()) {
      return Optional.of(
          "the patch "
              + patch.get().file()
              + " changes its initContainers: it may hold a gate already, or count on their places");
    }
    return settings.asksApiServer() ? refusalToPoll(around, link) : Optional.empty();
  }

  private static Optional<String> refusalToPoll(Surroundings around, Link link) {
    Resource job = link.job().resource();
    if (Suspension.holds(job)) {
      return Optional.of("the Job is suspended, and the pods would wait until somebody resumes it");
    }
    if (!Replacement.isCertain(link.job())
        && !ReleaseName.carriesVersion(link.job(), around.rollout().uses())) {
      return Optional.of(
          "the Job keeps its name from release to release, and a gate would pass at once on the last"
              + " release's Job; give it a versioned name first, or ask for the gate \"database\"");
    }
    // Flux creates it again at the next reconciliation; whoever else delivers leaves pods stuck.
    if (link.job().ttl().isPresent() && around.rollout().deliverer() != Deliverer.FLUX) {
      return Optional.of(
          "the Job is deleted "
              + link.job().ttl().get()
              + " seconds after it finished, and no pod could start any more then; remove"
              + " ttlSecondsAfterFinished, or ask for the gate \"database\"");
    }
    Peer pod = Peer.of(link.workload().resource(), link.workload().pod());
    Optional<Resource> policy = around.policies().keepsFromApiServer(pod);
    if (policy.isPresent()) {
      return Optional.of(
          policy.get().identity() + " leaves its pods no way to the API server that a gate asks");
    }
    return Optional.empty();
  }
}
