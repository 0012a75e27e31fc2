package dev.migrationgate.pattern;

import dev.migrationgate.krm.Resource;
import java.util.List;

/**
 * What only the files of a package show: no function gets to see it.
 *
 * @param kustomizations the kustomizations of the build, its root first; none for loose files
 * @param unlisted resources of files beside them that none of them lists
 * @param flux the Flux Kustomizations of other builds
 * @param sources true for files as they are written, false for what came out of a build
 * @param schema knows the fields of Kubernetes' types
 */
public record PackageFiles(
    List<KustomizationFile> kustomizations,
    List<Resource> unlisted,
    List<Resource> flux,
    boolean sources,
    FieldSchema schema) {
  public PackageFiles {
    kustomizations = List.copyOf(kustomizations);
    unlisted = List.copyOf(unlisted);
    flux = List.copyOf(flux);
  }
}
