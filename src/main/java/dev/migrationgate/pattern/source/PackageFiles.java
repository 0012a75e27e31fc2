package dev.migrationgate.pattern.source;

import dev.migrationgate.krm.Resource;
import java.util.List;
import java.util.Optional;

/**
 * What only the files of a package show: no function gets to see it.
 *
 * @param kustomizations the kustomizations of the build, its root first; none for loose files
 * @param patches what the kustomizations change, unbuilt
 * @param unlisted resources of files beside them that none of them lists
 * @param generated the ConfigMaps and Secrets that the kustomizations generate
 * @param flux the Flux Kustomizations of other builds
 * @param sources true for files as they are written, false for what came out of a build
 * @param steps what a build will make of the files
 * @param schema knows the fields of Kubernetes' types
 */
public record PackageFiles(
    List<KustomizationFile> kustomizations,
    List<Patch> patches,
    List<Resource> unlisted,
    List<Resource> generated,
    List<Resource> flux,
    boolean sources,
    BuildSteps steps,
    FieldSchema schema) {
  public PackageFiles {
    kustomizations = List.copyOf(kustomizations);
    patches = List.copyOf(patches);
    unlisted = List.copyOf(unlisted);
    generated = List.copyOf(generated);
    flux = List.copyOf(flux);
  }

  /** The patch that may change a resource where this word stands, empty where none does. */
  public Optional<Patch> patching(Resource resource, String word) {
    for (Patch patch : patches) {
      if (patch.mayChange(resource, word)) {
        return Optional.of(patch);
      }
    }
    return Optional.empty();
  }

  /**
   * True when a Flux Kustomization of another build may be the one that applies a resource: both
   * name a folder alike. The folders above it may be another repository's.
   */
  public boolean mayApply(Resource fluxKustomization, Resource resource) {
    String built =
        kustomizations.isEmpty()
            ? resource.source().name()
            : kustomizations.get(0).resource().source().name();
    String[] file = built.replace('\\', '/').split("/");
    String path = fluxKustomization.root().text("spec", "path").orElse("");
    String[] folder = path.split("/");
    return file.length > 1
        && folder.length > 0
        && file[file.length - 2].equals(folder[folder.length - 1]);
  }
}
