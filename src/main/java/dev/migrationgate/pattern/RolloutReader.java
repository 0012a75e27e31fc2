package dev.migrationgate.pattern;

import dev.migrationgate.krm.Host;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.krm.Unowned;
import dev.migrationgate.pattern.delivery.Deliverer;
import dev.migrationgate.pattern.delivery.DelivererEvidence;
import dev.migrationgate.pattern.delivery.DeliveryOrder;
import dev.migrationgate.pattern.gate.Access;
import dev.migrationgate.pattern.gate.Gate;
import dev.migrationgate.pattern.gate.GateReader;
import dev.migrationgate.pattern.gate.Workload;
import dev.migrationgate.pattern.migration.DeclaredMigration;
import dev.migrationgate.pattern.migration.MigrationDetector;
import dev.migrationgate.pattern.migration.MigrationJob;
import dev.migrationgate.pattern.migration.MountedScripts;
import dev.migrationgate.pattern.pod.NameStem;
import dev.migrationgate.pattern.pod.PodTemplate;
import dev.migrationgate.pattern.source.PackageFiles;
import dev.migrationgate.substitute.Problem;
import dev.migrationgate.substitute.Use;
import dev.migrationgate.substitute.Uses;
import dev.migrationgate.substitute.Variables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the rollout from resolved resources. */
public final class RolloutReader {
  private final List<DeclaredMigration> declared;
  private final Optional<Deliverer> configured;
  private final Deliverer withoutEvidence;
  private final boolean orders;
  private final int required;

  /**
   * @param declared the migrations that the configuration names
   * @param configured the deliverer that the configuration names
   * @param withoutEvidence who delivers where neither configuration nor input tells
   * @param orders true when the output is put in order
   * @param required how many migrations with a proven gate the configuration asks for
   */
  public RolloutReader(
      List<DeclaredMigration> declared,
      Optional<Deliverer> configured,
      Deliverer withoutEvidence,
      boolean orders,
      int required) {
    this.declared = declared;
    this.configured = configured;
    this.withoutEvidence = withoutEvidence;
    this.orders = orders;
    this.required = required;
  }

  /**
   * Reads a build.
   *
   * @param files what only the files of a package show, empty for the input of a function
   */
  public Rollout read(
      Host host,
      List<Resource> all,
      Variables variables,
      List<Use> uses,
      List<Problem> problems,
      Optional<PackageFiles> files) {
    List<Resource> owned = new ArrayList<>();
    List<Workload> workloads = new ArrayList<>();
    for (Resource resource : all) {
      if (!Unowned.is(resource)) {
        owned.add(resource);
        Optional<Workload> workload = workload(resource);
        if (workload.isPresent()) {
          workloads.add(workload.get());
        }
      }
    }
    Resources resources = new Resources(owned);
    List<MigrationJob> migrations = migrations(resources, workloads);
    Linker linker = new Linker(migrations, declared, otherJobs(resources, migrations), resources);
    List<Link> links = new ArrayList<>();
    for (Workload workload : workloads) {
      links.addAll(linker.links(workload));
    }
    Deliverer deliverer = configured.orElse(DelivererEvidence.in(all).orElse(withoutEvidence));
    return new Rollout(
        host,
        deliverer,
        resources,
        variables,
        new Uses(uses),
        problems,
        migrations,
        workloads,
        new Links(Siblings.of(links)),
        new Access(resources),
        new DeliveryOrder(deliverer, resources),
        orders,
        required,
        files,
        files.isPresent() ? unlisted(files.get(), resources, migrations, workloads) : List.of());
  }

  private static Optional<Workload> workload(Resource resource) {
    if (!Workload.isWorkload(resource)) {
      return Optional.empty();
    }
    Optional<PodTemplate> pod = PodTemplate.of(resource);
    return pod.isPresent()
        ? Optional.of(new Workload(resource, pod.get(), GateReader.read(pod.get())))
        : Optional.empty();
  }

  private List<MigrationJob> migrations(Resources resources, List<Workload> workloads) {
    MigrationDetector detector =
        new MigrationDetector(
            declaredJobs(), awaitedJobs(workloads), new MountedScripts(resources));
    List<MigrationJob> migrations = new ArrayList<>();
    for (Resource resource : resources.of("batch", "Job")) {
      Optional<MigrationJob> job = detector.detect(resource);
      if (job.isPresent()) {
        migrations.add(job.get());
      }
    }
    return migrations;
  }

  /**
   * The migrations beside the kustomizations that workloads of the build depend on; one of the same
   * name in the build, or one that somebody applies by hand, is left out on purpose.
   */
  private List<MigrationJob> unlisted(
      PackageFiles files,
      Resources resources,
      List<MigrationJob> migrations,
      List<Workload> workloads) {
    List<MigrationJob> unlisted = new ArrayList<>();
    for (MigrationJob job : migrations(new Resources(files.unlisted()), workloads)) {
      boolean listed = false;
      for (Resource other : resources.of("batch", "Job")) {
        listed |= NameStem.of(other.name()).equals(NameStem.of(job.name()));
      }
      if (!listed && !job.isAppliedByHand() && !job.hasGeneratedName()) {
        unlisted.add(job);
      }
    }
    List<MigrationJob> all = new ArrayList<>(migrations);
    all.addAll(unlisted);
    Linker linker = new Linker(all, declared, otherJobs(resources, migrations), resources);
    Set<Integer> needed = new HashSet<>();
    for (Workload workload : workloads) {
      List<Link> links = linker.links(workload);
      for (Link link : links) {
        if (link.isGated() || isNeeded(link, links, migrations)) {
          needed.add(link.job().resource().position());
        }
      }
    }
    List<MigrationJob> missed = new ArrayList<>();
    for (MigrationJob job : unlisted) {
      if (needed.contains(job.resource().position())) {
        missed.add(job);
      }
    }
    return missed;
  }

  /**
   * True where nothing else can be meant: a gate that waits for some other Job, or a migration of
   * the build that the workload depends on, speaks against it.
   */
  private static boolean isNeeded(Link link, List<Link> links, List<MigrationJob> listed) {
    if (!link.strong() || link.gate().isPresent()) {
      return false;
    }
    for (Link other : links) {
      if (other.strong() && listed.contains(other.job())) {
        return false;
      }
    }
    return true;
  }

  private static Set<String> otherJobs(Resources resources, List<MigrationJob> migrations) {
    Set<String> names = new HashSet<>();
    for (Resource job : resources.of("batch", "Job")) {
      names.addAll(job.names());
    }
    for (MigrationJob migration : migrations) {
      names.removeAll(migration.resource().names());
    }
    return names;
  }

  private Set<String> declaredJobs() {
    Set<String> names = new HashSet<>();
    for (DeclaredMigration migration : declared) {
      names.add(migration.job());
    }
    return names;
  }

  private static Set<String> awaitedJobs(List<Workload> workloads) {
    Set<String> names = new HashSet<>();
    for (Workload workload : workloads) {
      for (Gate gate : workload.gates()) {
        if (gate instanceof Gate.JobPoll poll) {
          for (Gate.Target target : poll.targets()) {
            names.add(target.name());
          }
        }
      }
    }
    return names;
  }
}
