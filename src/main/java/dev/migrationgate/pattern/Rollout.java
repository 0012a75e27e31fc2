package dev.migrationgate.pattern;

import dev.migrationgate.krm.Host;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.pattern.database.DatabaseIdentity;
import dev.migrationgate.pattern.delivery.Deliverer;
import dev.migrationgate.pattern.delivery.DeliveryComments;
import dev.migrationgate.pattern.delivery.DeliveryOrder;
import dev.migrationgate.pattern.delivery.FluxSubstitution;
import dev.migrationgate.pattern.gate.Access;
import dev.migrationgate.pattern.gate.Gate;
import dev.migrationgate.pattern.gate.Workload;
import dev.migrationgate.pattern.migration.HiddenFailure;
import dev.migrationgate.pattern.migration.MigrationJob;
import dev.migrationgate.pattern.migration.MountedScripts;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.pod.Environment;
import dev.migrationgate.pattern.source.PackageFiles;
import dev.migrationgate.pattern.source.Patch;
import dev.migrationgate.substitute.Problem;
import dev.migrationgate.substitute.Uses;
import dev.migrationgate.substitute.Variables;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that is known of one build, after substitution: what the rules look at.
 *
 * @param host who runs us
 * @param deliverer who applies the manifests
 * @param resources all resources that may be judged, in the order of the input
 * @param variables what the input and its configuration declare
 * @param uses where variables were put in
 * @param problems what substitution came upon
 * @param migrations the migration Jobs
 * @param workloads the workloads, dependent or not
 * @param links which workload depends on which migration
 * @param access what identities may do
 * @param delivery what the deliverer itself orders
 * @param orders true when the configuration wants order
 * @param required how many migrations with a proven gate the configuration asks for
 * @param files what only the files of a package show, empty for the input of a function
 * @param unlisted the migration Jobs in files that the package does not list
 */
public record Rollout(
    Host host,
    Deliverer deliverer,
    Resources resources,
    Variables variables,
    Uses uses,
    List<Problem> problems,
    List<MigrationJob> migrations,
    List<Workload> workloads,
    Links links,
    Access access,
    DeliveryOrder delivery,
    boolean orders,
    int required,
    Optional<PackageFiles> files,
    List<MigrationJob> unlisted) {

  private static final String FORCE = "kustomize.toolkit.fluxcd.io/force";

  /** True where placeholders and the like may be replaced before anything is applied. */
  public boolean isOfSources() {
    return files.isPresent() && files.get().sources();
  }

  /**
   * True where the comments of a file tell that its placeholders are replaced before it is applied.
   */
  public boolean isFilledInLater(Resource resource) {
    return isOfSources() && DeliveryComments.tellOfFillingIn(resource);
  }

  /** The first gate that polls this very Job by its name. */
  public Optional<Link> polledBy(MigrationJob job) {
    for (Link link : links.of(job)) {
      if (link.isGated()) {
        return Optional.of(link);
      }
    }
    return Optional.empty();
  }

  /** How the deliverer itself orders the two, without a gate. */
  public Optional<String> orderedByDeliverer(Link link) {
    return delivery.before(link.job().resource(), link.workload().resource());
  }

  /**
   * True when Flux is told to replace the Job: annotation or label {@code Enabled} in any case
   * (fluxcd/pkg ssa, 2026-07), or {@code spec.force} of a Flux Kustomization of the input.
   */
  public boolean fluxForces(MigrationJob job) {
    if (job.resource().annotation(FORCE).orElse("").equalsIgnoreCase("enabled")
        || job.resource().label(FORCE).orElse("").equalsIgnoreCase("enabled")) {
      return true;
    }
    for (Resource kustomization : resources.of("kustomize.toolkit.fluxcd.io", "Kustomization")) {
      if (kustomization.root().has("true", "spec", "force")) {
        return true;
      }
    }
    return files.isPresent() && isForcedFromElsewhere(files.get(), job.resource());
  }

  /** True where a Flux Kustomization of another build puts variables into a resource. */
  public boolean isSubstitutedElsewhere(Resource resource) {
    return files.isPresent() && FluxSubstitution.reaches(resource, files.get().flux());
  }

  private static boolean isForcedFromElsewhere(PackageFiles files, Resource job) {
    for (Resource kustomization : files.flux()) {
      if (kustomization.root().has("true", "spec", "force") && files.mayApply(kustomization, job)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The patch of an unbuilt kustomization that may say otherwise than a resource does where this
   * word stands, empty where all is built or no patch does.
   */
  public Optional<Patch> patching(Resource resource, String word) {
    return files.isPresent() ? files.get().patching(resource, word) : Optional.empty();
  }

  /** True when the Job's comments tell that whoever delivers it waits for it before going on. */
  public boolean isAwaitedByHand(MigrationJob job) {
    return deliverer == Deliverer.KUBECTL && DeliveryComments.tellOfWaiting(job.resource())
        || isOfSources() && DeliveryComments.tellOfRunningBefore(job.resource());
  }

  /** True when the Job's comments tell that whoever delivers it deletes the last one. */
  public boolean isDeletedByHand(MigrationJob job) {
    return deliverer == Deliverer.KUBECTL && DeliveryComments.tellOfDeleting(job.resource());
  }

  /** True when the link's pods certainly start without waiting for the migration. */
  public boolean startsUngated(Link link) {
    // The runs of a CronJob come and go long after the migration.
    return link.strong()
        && link.gate().isEmpty()
        && !link.job().hasGeneratedName()
        && !link.workload().asksDatabase()
        && !link.workload().resource().kind().equals("CronJob")
        && orderedByDeliverer(link).isEmpty();
  }

  /**
   * True when something is known to hold the link's pods back until the migration has succeeded.
   */
  public boolean isProven(Link link) {
    return doubt(link).isEmpty();
  }

  /** True when a gate holds the link's pods back until the Job is complete, whatever it did. */
  public boolean isHeld(Link link) {
    return doubtOfGate(link).isEmpty();
  }

  /** What keeps a link from being proven, empty where it is. */
  public Optional<String> doubt(Link link) {
    Optional<String> doubt = doubtOfGate(link);
    return doubt.isEmpty() && link.workload().schemaGate().isEmpty() && hidesItsFailure(link.job())
        ? Optional.of("has a gate that waits for a migration that hides its failure")
        : doubt;
  }

  private Optional<String> doubtOfGate(Link link) {
    if (link.workload().schemaGate().isPresent()) {
      return Optional.empty();
    }
    if (link.gate().isEmpty()) {
      return Optional.of("has no gate");
    }
    Gate.JobPoll gate = link.gate().get();
    if (!link.isGated() || !link.asksInJobsNamespace()) {
      return Optional.of("has a gate that waits for another Job");
    }
    if (!gate.waitsForSuccess()) {
      return Optional.of("has a gate that opens without the Job's success");
    }
    if (gate.neverWaits()) {
      return Optional.of("has a gate whose image does not wait");
    }
    if (!gate.bringsCredentials() && !access.mountsToken(link.workload(), gate.container())) {
      return Optional.of("has a gate without a ServiceAccount token");
    }
    return switch (gateAccess(link)) {
      case ALLOWED -> Optional.empty();
      case UNKNOWN -> Optional.of("has a gate whose role is not in the input");
      case DENIED -> Optional.of("has a gate that may not read the Job");
    };
  }

  private boolean hidesItsFailure(MigrationJob job) {
    for (HiddenFailure hidden : hiddenFailures(job)) {
      if (hidden.certain()) {
        return true;
      }
    }
    return false;
  }

  /** The containers of a Job that end well although their migration failed. */
  public List<HiddenFailure> hiddenFailures(MigrationJob job) {
    return HiddenFailure.in(job.pod(), job.resource(), new MountedScripts(resources));
  }

  /** How a container of a resource's pods does so, empty where it does not. */
  public Optional<HiddenFailure> hiddenFailure(Container container, Resource owner) {
    return HiddenFailure.in(container, owner, new MountedScripts(resources));
  }

  /** How many gates are proven. */
  public int provenGates() {
    int proven = 0;
    for (Link link : links) {
      proven += isProven(link) ? 1 : 0;
    }
    return proven;
  }

  /** How many migrations have workloads, each of them behind a proven gate. */
  public int provenMigrations() {
    int proven = 0;
    for (MigrationJob job : migrations) {
      List<Link> own = links.of(job);
      boolean all = !own.isEmpty();
      for (Link link : own) {
        all &= isProven(link);
      }
      proven += all ? 1 : 0;
    }
    return proven;
  }

  /** The names of all Jobs, those before kustomize's prefixes included. */
  public Set<String> jobNames() {
    Set<String> names = new HashSet<>();
    for (Resource job : resources.of("batch", "Job")) {
      names.addAll(job.names());
    }
    return names;
  }

  /** The database that a migration certainly works on. */
  public Optional<DatabaseIdentity> database(MigrationJob job) {
    List<Container> containers = job.pod().containers();
    return containers.isEmpty()
        ? Optional.empty()
        : DatabaseIdentity.of(job, environment(containers.get(0), job.resource()));
  }

  /** A container's environment, with the ConfigMaps and Secrets of the input. */
  public Environment environment(Container container, Resource owner) {
    return Environment.of(container, owner, resources);
  }

  /** What is known of the permissions that a link's gate needs; allowed where it needs none. */
  public Access.Verdict gateAccess(Link link) {
    if (link.gate().isEmpty()) {
      return Access.Verdict.ALLOWED;
    }
    Gate.JobPoll gate = link.gate().get();
    if (gate.bringsCredentials()) {
      return Access.Verdict.UNKNOWN;
    }
    Resource workload = link.workload().resource();
    return access.jobs(
        new Access.Identity(workload.namespace(), link.workload().pod().serviceAccount()),
        gate.namespaceFor(workload.namespace()),
        link.job().name(),
        gate.verbs());
  }
}
