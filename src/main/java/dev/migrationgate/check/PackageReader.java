package dev.migrationgate.check;

import dev.migrationgate.files.Kustomization;
import dev.migrationgate.files.Manifest;
import dev.migrationgate.files.Unit;
import dev.migrationgate.krm.ManifestReader;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.kustomize.KustomizeSteps;
import dev.migrationgate.pattern.source.BuildSteps;
import dev.migrationgate.pattern.source.FieldSchema;
import dev.migrationgate.pattern.source.KustomizationFile;
import dev.migrationgate.pattern.source.PackageFiles;
import dev.migrationgate.pattern.source.Patch;
import dev.migrationgate.yaml.Mapping;
import dev.migrationgate.yaml.Node;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Reads what only the files of a unit show into what the rules look at. */
final class PackageReader {
  private final Unit unit;

  /** Far behind every resource: no two things of a unit share a position. */
  private int position = Integer.MAX_VALUE / 2;

  PackageReader(Unit unit) {
    this.unit = unit;
  }

  static boolean isFlux(Resource resource) {
    return resource.is("kustomize.toolkit.fluxcd.io", "Kustomization");
  }

  /**
   * @param flux the Flux Kustomizations of all units
   */
  PackageFiles read(List<Resource> flux, boolean sources, FieldSchema schema) {
    List<KustomizationFile> kustomizations = new ArrayList<>();
    for (Kustomization kustomization : unit.kustomizations()) {
      kustomization
          .root()
          .map(Node::target)
          .filter(Mapping.class::isInstance)
          .map(Mapping.class::cast)
          .ifPresent(root -> kustomizations.add(file(kustomization, root)));
    }
    List<Patch> patches = new ArrayList<>();
    if (sources) {
      unit.kustomizations().forEach(file -> patches.addAll(new PatchReader(file).read()));
    }
    return new PackageFiles(
        kustomizations,
        patches,
        unlisted(),
        sources ? generated() : List.of(),
        others(flux),
        sources,
        sources ? new KustomizeSteps(unit, patches) : BuildSteps.NONE,
        schema);
  }

  private KustomizationFile file(Kustomization kustomization, Mapping root) {
    List<Node> missing =
        kustomization.references().stream()
            .filter(reference -> !reference.isRemote())
            .filter(reference -> !Files.exists(kustomization.resolve(reference)))
            .map(Kustomization.Reference::node)
            .toList();
    return new KustomizationFile(new Resource(position++, kustomization.source(), root), missing);
  }

  private List<Resource> unlisted() {
    return ManifestReader.ofDocuments(
            unit.unlisted().stream().map(Manifest::source).toList(),
            unit.unlisted().stream().map(Manifest::documents).toList())
        .resources()
        .stream()
        .map(this::placed)
        .toList();
  }

  private List<Resource> generated() {
    return GeneratedResources.of(unit.kustomizations()).stream()
        .map(made -> new Resource(position++, made.owner().source(), made.root()))
        .toList();
  }

  /** Those of the unit itself are among its resources. */
  private List<Resource> others(List<Resource> flux) {
    return flux.stream()
        .filter(resource ->
            unit.manifests().stream().noneMatch(manifest -> manifest.source() == resource.source()))
        .map(this::placed)
        .toList();
  }

  private Resource placed(Resource resource) {
    return new Resource(position++, resource.source(), resource.root());
  }
}
