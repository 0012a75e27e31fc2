package dev.migrationgate.pattern.delivery;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.yaml.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The Flux Kustomizations of the input, and which resources of the input each of them applies. */
public final class FluxKustomizations {
  private static final String GROUP = "kustomize.toolkit.fluxcd.io";

  private final List<Resource> kustomizations;

  FluxKustomizations(Resources resources) {
    this.kustomizations = resources.of(GROUP, "Kustomization");
  }

  /**
   * The Kustomization that applies a resource, by the labels that Flux gives it, or by the folder
   * in which its file stands; empty where neither tells.
   */
  public Optional<Resource> ownerOf(Resource resource) {
    Optional<String> label = resource.label(GROUP + "/name");
    if (label.isPresent()) {
      return named(label.get(), resource.label(GROUP + "/namespace").orElse(""));
    }
    List<String> file = segments(resource.path().orElse(resource.source().name()));
    Optional<Resource> owner = Optional.empty();
    int longest = 0;
    for (Resource kustomization : kustomizations) {
      List<String> folder = segments(kustomization.root().text("spec", "path").orElse(""));
      if (folder.size() > longest && holds(file, folder)) {
        longest = folder.size();
        owner = Optional.of(kustomization);
      }
    }
    return owner;
  }

  /**
   * Two resources that two Kustomizations apply.
   *
   * @param first the one that applies the Job
   * @param second the one that applies the workload
   */
  public record Split(Resource first, Resource second) {}

  /** The Kustomizations of a Job and a workload, empty where it is one, or nothing tells. */
  public Optional<Split> split(Resource job, Resource workload) {
    Optional<Resource> first = kustomizations.size() < 2 ? Optional.empty() : ownerOf(job);
    Optional<Resource> second = first.isEmpty() ? Optional.empty() : ownerOf(workload);
    return second.isPresent() && second.get().position() != first.get().position()
        ? Optional.of(new Split(first.get(), second.get()))
        : Optional.empty();
  }

  /** True when Flux applies the one only once the other, or what depends on it, is ready. */
  public boolean dependsOn(Resource one, Resource other) {
    return dependsOn(one, other, new HashSet<>());
  }

  /** True when the Kustomization is ready only once the Job is done. */
  public static boolean waitsFor(Resource kustomization, Resource job) {
    if (kustomization.root().has("true", "spec", "wait")) {
      return true;
    }
    for (Node check : kustomization.root().items("spec", "healthChecks")) {
      if (check.has(job.kind(), "kind") && check.has(job.name(), "name")) {
        return true;
      }
    }
    return false;
  }

  /** How Flux makes sure that the Job is done before the other is applied. */
  Optional<String> before(Resource job, Resource other) {
    Optional<Resource> first = kustomizations.isEmpty() ? Optional.empty() : ownerOf(job);
    Optional<Resource> second = first.isEmpty() ? Optional.empty() : ownerOf(other);
    return second.isPresent() && dependsOn(second.get(), first.get()) && waitsFor(first.get(), job)
        ? Optional.of("dependsOn in " + second.get().identity())
        : Optional.empty();
  }

  private boolean dependsOn(Resource one, Resource other, Set<Integer> seen) {
    for (Node dependency : one.root().items("spec", "dependsOn")) {
      Optional<Resource> needed =
          named(
              dependency.text("name").orElse(""),
              dependency.text("namespace").orElse(one.namespace()));
      if (needed.isPresent()
          && seen.add(needed.get().position())
          && (needed.get().position() == other.position()
              || dependsOn(needed.get(), other, seen))) {
        return true;
      }
    }
    return false;
  }

  private Optional<Resource> named(String name, String namespace) {
    for (Resource kustomization : kustomizations) {
      if (kustomization.names().contains(name) && kustomization.mayBeIn(namespace)) {
        return Optional.of(kustomization);
      }
    }
    return Optional.empty();
  }

  private static List<String> segments(String path) {
    List<String> segments = new ArrayList<>();
    for (String segment : path.replace('\\', '/').split("/")) {
      if (!segment.isEmpty() && !segment.equals(".")) {
        segments.add(segment);
      }
    }
    return segments;
  }

  /** True when the file stands in the folder, wherever the repository's root is. */
  private static boolean holds(List<String> file, List<String> folder) {
    for (int from = 0; from + folder.size() < file.size(); from++) {
      if (file.subList(from, from + folder.size()).equals(folder)) {
        return true;
      }
    }
    return false;
  }
}
