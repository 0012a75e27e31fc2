package dev.migrationgate.files;

import dev.migrationgate.yaml.SourceText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is judged together: one build. A kustomization that no other refers to with everything it
 * refers to, or the loose files of one folder, or what comes in on stdin.
 *
 * @param folder where it stands, as the user sees it; empty for stdin
 * @param manifests its resources, in the order in which they are listed
 * @param kustomizations its kustomizations, the root first; none for loose files
 * @param unlisted manifests that stand beside its kustomizations, and that none of them lists
 * @param beside true for loose files that stand beside the kustomization of another unit
 * @param functionConfig the configuration that the package itself brings
 * @param layers its kustomizations in the order in which they are built
 */
public record Unit(
    Optional<Path> folder,
    List<Manifest> manifests,
    List<Kustomization> kustomizations,
    List<Manifest> unlisted,
    boolean beside,
    Optional<SourceText> functionConfig,
    List<Layer> layers) {
  public Unit {
    manifests = List.copyOf(manifests);
    kustomizations = List.copyOf(kustomizations);
    unlisted = List.copyOf(unlisted);
    layers = List.copyOf(layers);
  }

  /** The same unit as a build of it came out. */
  public Unit built(Manifest output) {
    return new Unit(
        folder, List.of(output), kustomizations, unlisted, beside, functionConfig, layers);
  }

  /** True where a kustomization has one of these fields. */
  public boolean uses(String... fields) {
    return kustomizations.stream()
        .flatMap(kustomization -> kustomization.root().stream())
        .anyMatch(root -> Stream.of(fields).anyMatch(field -> root.get(field).isPresent()));
  }

  /** True for what kustomize builds. */
  public boolean isKustomized() {
    return !kustomizations.isEmpty();
  }
}
