package dev.migrationgate.pattern;

import dev.migrationgate.krm.Host;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.krm.Unowned;
import dev.migrationgate.substitute.Problem;
import dev.migrationgate.substitute.Use;
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
    Linker linker = new Linker(migrations, declared, otherJobs(resources, migrations));
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
        uses,
        problems,
        migrations,
        workloads,
        new Links(links),
        new Access(resources),
        new DeliveryOrder(deliverer, resources),
        orders,
        required,
        files,
        files.isPresent()
            ? migrations(new Resources(files.get().unlisted()), workloads)
            : List.of());
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
    MigrationDetector detector = new MigrationDetector(declaredJobs(), awaitedJobs(workloads));
    List<MigrationJob> migrations = new ArrayList<>();
    for (Resource resource : resources.of("batch", "Job")) {
      Optional<MigrationJob> job = detector.detect(resource);
      if (job.isPresent()) {
        migrations.add(job.get());
      }
    }
    return migrations;
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
