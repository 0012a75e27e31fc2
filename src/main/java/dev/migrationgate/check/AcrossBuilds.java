package dev.migrationgate.check;

import dev.migrationgate.config.Config;
import dev.migrationgate.krm.Host;
import dev.migrationgate.krm.Manifests;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.kustomize.Trees;
import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.RolloutReader;
import dev.migrationgate.pattern.delivery.Deliverer;
import dev.migrationgate.pattern.source.BuildSteps;
import dev.migrationgate.pattern.source.FieldSchema;
import dev.migrationgate.pattern.source.PackageFiles;
import dev.migrationgate.pattern.source.Patch;
import dev.migrationgate.rules.Finding;
import dev.migrationgate.rules.Judge;
import dev.migrationgate.rules.Judgement;
import dev.migrationgate.substitute.Variables;
import dev.migrationgate.yaml.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges what one build migrates and another starts, where Flux Kustomizations tell that both reach
 * one cluster. What each build comes to by itself stays as it is.
 */
final class AcrossBuilds {
  private static final String LABEL = "kustomize.toolkit.fluxcd.io/";

  /** The rules that look at what holds a workload back, and at nothing else of the two. */
  private static final Set<String> RULES = Set.of("gate-missing", "flux-split-unordered");

  private final Config config;
  private final Map<Judged, List<Finding>> findings = new LinkedHashMap<>();
  private final List<Across> links = new ArrayList<>();

  /**
   * A link from one build to another.
   *
   * @param migrating the build of the migration
   * @param serving the build of the workload
   */
  record Across(Judged migrating, Judged serving, Link link, boolean proven) {}

  private record Placed(Judged build, Resource resource) {}

  /**
   * @param builds all that were judged
   * @param config what is said of the rules
   */
  AcrossBuilds(List<Judged> builds, Config config) {
    this.config = config;
    new FluxPaths(builds).groups().forEach(this::judge);
  }

  /** The links, each between two builds. */
  List<Across> links() {
    return links;
  }

  /** A build with what was found across. */
  Judged with(Judged build) {
    return findings.containsKey(build) ? build.finding(findings.get(build)) : build;
  }

  private void judge(List<FluxPaths.Applied> group) {
    List<Placed> placed = new ArrayList<>();
    List<Resource> resources = new ArrayList<>();
    List<Patch> patches = new ArrayList<>();
    Set<Judged> taken = new LinkedHashSet<>();
    for (FluxPaths.Applied applied : group) {
      if (taken.add(applied.build())) {
        for (Resource resource : applied.build().analysis().rollout().resources()) {
          resources.add(of(applied, resource, resources.size()));
          placed.add(new Placed(applied.build(), resource));
        }
        applied.build().analysis().rollout().files().ifPresent(f -> patches.addAll(f.patches()));
      }
      Resource own = applied.kustomization();
      resources.add(new Resource(resources.size(), own.source(), own.root()));
      placed.add(new Placed(applied.owner(), own));
    }
    Rollout rollout = rollout(resources, patches);
    Set<Integer> across = new LinkedHashSet<>();
    for (Link link : rollout.links()) {
      Placed job = placed.get(link.job().resource().position());
      Placed workload = placed.get(link.workload().resource().position());
      if (job.build() != workload.build()) {
        links.add(new Across(job.build(), workload.build(), link, rollout.isProven(link)));
        across.add(link.job().resource().position());
        across.add(link.workload().resource().position());
      }
    }
    if (!across.isEmpty()) {
      tell(new Judge(config.rules()).judge(rollout), placed, across);
    }
  }

  /** Flux labels what it applies; whose files they are matters no more then. */
  private static Resource of(FluxPaths.Applied applied, Resource resource, int position) {
    Resource owner = applied.kustomization();
    Mapping named =
        (Mapping) Trees.set(resource.root(), owner.name(), "metadata", "labels", LABEL + "name");
    Mapping root =
        owner.namespace().isEmpty()
            ? named
            : (Mapping)
                Trees.set(named, owner.namespace(), "metadata", "labels", LABEL + "namespace");
    return new Resource(position, resource.source(), root);
  }

  private Rollout rollout(List<Resource> resources, List<Patch> patches) {
    Manifests none = new Manifests(Host.STREAM, List.of(), List.of(), List.of(), Optional.empty());
    return new RolloutReader(
            config.migrations(), config.deliverer(), Deliverer.FLUX, config.order(), 0)
        .read(
            Host.STREAM,
            resources,
            Variables.of(none, config.variables()),
            List.of(),
            List.of(),
            Optional.of(
                new PackageFiles(
                    List.of(),
                    patches,
                    List.of(),
                    List.of(),
                    List.of(),
                    true,
                    BuildSteps.NONE,
                    FieldSchema.NONE)));
  }

  /** No fix reaches into two builds. */
  private void tell(Judgement judgement, List<Placed> placed, Set<Integer> across) {
    for (Finding finding : judgement.findings()) {
      if (RULES.contains(finding.rule()) && finding.resource().isPresent()) {
        int position = finding.resource().get().position();
        Placed place = placed.get(position);
        if (across.contains(position) || PackageReader.isFlux(place.resource())) {
          findings
              .computeIfAbsent(place.build(), key -> new ArrayList<>())
              .add(finding.of(place.resource()));
        }
      }
    }
  }
}
