package dev.migrationgate.pattern;

import dev.migrationgate.krm.ManifestReader;
import dev.migrationgate.krm.Manifests;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.pattern.delivery.Deliverer;
import dev.migrationgate.pattern.gate.GateReader;
import dev.migrationgate.pattern.gate.Workload;
import dev.migrationgate.pattern.migration.DeclaredMigration;
import dev.migrationgate.pattern.migration.MigrationJob;
import dev.migrationgate.pattern.pod.PodTemplate;
import dev.migrationgate.pattern.source.BuildSteps;
import dev.migrationgate.pattern.source.FieldSchema;
import dev.migrationgate.pattern.source.KustomizationFile;
import dev.migrationgate.pattern.source.PackageFiles;
import dev.migrationgate.substitute.Resolved;
import dev.migrationgate.substitute.Substitution;
import dev.migrationgate.substitute.Use;
import dev.migrationgate.substitute.VariableSettings;
import dev.migrationgate.substitute.Variables;
import dev.migrationgate.yaml.Mapping;
import dev.migrationgate.yaml.SourceText;
import dev.migrationgate.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the pattern is read from, for tests, of a few lines of YAML. */
public final class Given {
  private Given() {}

  public static Resources resources(String yaml) {
    return new Resources(manifests(yaml).resources());
  }

  /** The first document, whatever it is. */
  public static Resource resource(String yaml) {
    return resource("test.yaml", yaml);
  }

  public static Resource resource(String file, String yaml) {
    SourceText source = new SourceText(file, yaml);
    return new Resource(0, source, (Mapping) YamlReader.read(source).get(0).root());
  }

  /** The pod template of a Job with this spec of its pods. */
  public static PodTemplate pod(String spec) {
    return PodTemplate.of(resource(jobText("migrate", spec))).orElseThrow();
  }

  /** A migration Job by this name, with this spec of its pods. */
  public static MigrationJob job(String name, String spec) {
    return migration(jobText(name, spec));
  }

  /** The first document as a migration, whatever it does. */
  public static MigrationJob migration(String yaml) {
    return migration(resource(yaml), "");
  }

  public static MigrationJob migration(Resource job, String tool) {
    return new MigrationJob(job, PodTemplate.of(job).orElseThrow(), tool, List.of());
  }

  /** A Deployment with this spec of its pods. */
  public static Workload workload(String spec) {
    return workload(
        resource(
            "{apiVersion: apps/v1, kind: Deployment, metadata: {name: shop},\n"
                + " spec: {template: {spec: "
                + spec
                + "}}}\n"));
  }

  public static Workload workload(Resource resource) {
    PodTemplate pod = PodTemplate.of(resource).orElseThrow();
    return new Workload(resource, pod, GateReader.read(pod));
  }

  /** What is read from a stream that nobody says who delivers. */
  public static Rollout rollout(String yaml, DeclaredMigration... declared) {
    return rollout(yaml, Optional.empty(), declared);
  }

  public static Rollout rollout(
      String yaml, Optional<PackageFiles> files, DeclaredMigration... declared) {
    Manifests manifests = manifests(yaml);
    Variables variables = Variables.of(manifests, VariableSettings.DEFAULT);
    Substitution substitution = new Substitution(manifests, variables, VariableSettings.DEFAULT);
    List<Resource> resources = new ArrayList<>();
    List<Use> uses = new ArrayList<>();
    for (Resource resource : manifests.resources()) {
      Resolved resolved = substitution.resolve(resource);
      resources.add(resolved.resource());
      uses.addAll(resolved.uses());
    }
    return new RolloutReader(List.of(declared), Optional.empty(), Deliverer.UNKNOWN, true, 0)
        .read(manifests.host(), resources, variables, uses, List.of(), files);
  }

  /** The files of a package with these kustomizations, and Flux Kustomizations of other builds. */
  public static PackageFiles files(
      List<KustomizationFile> kustomizations, List<Resource> flux, boolean sources) {
    return new PackageFiles(
        kustomizations,
        List.of(),
        List.of(),
        List.of(),
        flux,
        sources,
        BuildSteps.NONE,
        FieldSchema.NONE);
  }

  private static String jobText(String name, String spec) {
    return "{apiVersion: batch/v1, kind: Job, metadata: {name: "
        + name
        + "},\n spec: {template: {spec: "
        + spec
        + "}}}\n";
  }

  private static Manifests manifests(String yaml) {
    return ManifestReader.read(new SourceText("test.yaml", yaml));
  }
}
