package dev.migrationgate.check;

import dev.migrationgate.files.Unit;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.yaml.Node;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the builds that Flux Kustomizations apply, and those that belong together. */
final class FluxPaths {
  private final List<Judged> builds;

  FluxPaths(List<Judged> builds) {
    this.builds = builds;
  }

  /**
   * A build, and the Flux Kustomization that applies it.
   *
   * @param owner the build that holds the Flux Kustomization
   */
  record Applied(Resource kustomization, Judged owner, Judged build) {}

  /**
   * The groups of builds that one cluster's Flux Kustomizations apply one after the other, or side
   * by side from one source.
   */
  List<List<Applied>> groups() {
    List<List<Applied>> groups = new ArrayList<>();
    for (Judged owner : builds) {
      List<Applied> applied = appliedBy(owner);
      Set<Applied> seen = new HashSet<>();
      for (Applied first : applied) {
        if (seen.add(first)) {
          List<Applied> group = new ArrayList<>(List.of(first));
          for (int i = 0; i < group.size(); i++) {
            for (Applied other : applied) {
              if (belongTogether(group.get(i), other) && seen.add(other)) {
                group.add(other);
              }
            }
          }
          groups.add(group);
        }
      }
    }
    groups.removeIf(group -> group.stream().map(Applied::build).distinct().count() < 2);
    return groups;
  }

  private List<Applied> appliedBy(Judged owner) {
    List<Applied> applied = new ArrayList<>();
    for (Resource resource : owner.analysis().rollout().resources()) {
      if (PackageReader.isFlux(resource)) {
        builds.stream()
            .filter(build -> build != owner && isAppliedBy(resource, owner, build.unit()))
            .forEach(build -> applied.add(new Applied(resource, owner, build)));
      }
    }
    return applied;
  }

  /**
   * The path starts from the source's root, which may be any folder: the nearest one that holds
   * both the Kustomization and such a path is meant.
   */
  private boolean isAppliedBy(Resource kustomization, Judged owner, Unit unit) {
    Optional<Path> path = relative(kustomization.root().text("spec", "path").orElse(""));
    Optional<Path> from = owner.unit().folder().map(FluxPaths::whole);
    Optional<Path> own = unit.folder().map(FluxPaths::whole);
    if (from.isEmpty() || own.isEmpty() || path.isEmpty()) {
      return false;
    }
    for (Path root = from.get(); root != null; root = root.getParent()) {
      Path wanted = root.resolve(path.get()).normalize();
      if (builds.stream().anyMatch(build -> isIn(wanted, build.unit()))) {
        return isIn(wanted, unit);
      }
    }
    return false;
  }

  /**
   * A path below the source's root; empty for the root itself, and for what no folder is called.
   */
  private static Optional<Path> relative(String path) {
    try {
      Path relative = Path.of(path.replaceFirst("^/+", "")).normalize();
      return relative.toString().isEmpty() ? Optional.empty() : Optional.of(relative);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Flux builds the kustomization of the folder, or all that is below where it has none. */
  private static boolean isIn(Path wanted, Unit unit) {
    Optional<Path> folder = unit.folder().map(FluxPaths::whole);
    return folder.isPresent()
        && (unit.isKustomized()
            ? folder.get().equals(wanted)
            : folder.get().startsWith(wanted) && !unit.beside());
  }

  private static Path whole(Path folder) {
    return folder.toAbsolutePath().normalize();
  }

  private static boolean belongTogether(Applied one, Applied other) {
    return dependsOn(one, other)
        || dependsOn(other, one)
        || splits(one, other)
        || splits(other, one);
  }

  private static boolean dependsOn(Applied one, Applied other) {
    for (Node dependency : one.kustomization().root().items("spec", "dependsOn")) {
      String namespace = dependency.text("namespace").orElse(one.kustomization().namespace());
      if (dependency.has(other.kustomization().name(), "name")
          && other.kustomization().mayBeIn(namespace)) {
        return true;
      }
    }
    return false;
  }

  /** A build of nothing that runs but migrations, and one beside it, from one source. */
  private static boolean splits(Applied one, Applied other) {
    return !one.build().analysis().rollout().migrations().isEmpty()
        && one.build().analysis().rollout().workloads().isEmpty()
        && source(one).equals(source(other))
        && folder(one).equals(folder(other));
  }

  private static String source(Applied applied) {
    Node root = applied.kustomization().root();
    return root.text("spec", "sourceRef", "kind").orElse("")
        + "/"
        + root.text("spec", "sourceRef", "name").orElse("");
  }

  private static Optional<Path> folder(Applied applied) {
    return applied.build().unit().folder().map(FluxPaths::whole).map(Path::getParent);
  }
}
