package dev.migrationgate.fix;

import dev.migrationgate.krm.Manifests;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the kustomizations of a package list, where the host gives us them: a file that none lists
 * reaches no cluster.
 */
final class KustomizedFiles {
  private final List<Resource> kustomizations = new ArrayList<>();

  KustomizedFiles(Manifests manifests) {
    for (Resource resource : manifests.resources()) {
      if (resource.is("kustomize.config.k8s.io", "Kustomization")) {
        kustomizations.add(resource);
      }
    }
  }

  /** The file of a resource, where a kustomization lists it: nothing lists a new one. */
  Optional<String> fileOf(Resource resource) {
    return lister(resource).isPresent()
        ? Optional.of(name(resource.path().orElseThrow()))
        : Optional.empty();
  }

  /** True where a kustomization lists the one resource and leaves out the other beside it. */
  boolean leaveOut(Resource other, Resource listed) {
    Optional<Resource> lister = lister(listed);
    return lister.isPresent() && other.path().isPresent() && !lists(lister.get(), other);
  }

  private Optional<Resource> lister(Resource resource) {
    for (Resource one : kustomizations) {
      if (lists(one, resource)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  private static boolean lists(Resource kustomization, Resource resource) {
    if (kustomization.path().isEmpty() || resource.path().isEmpty()) {
      return false;
    }
    String folder = folder(kustomization.path().get());
    String path = resource.path().get();
    for (Node item : kustomization.root().items("resources")) {
      String entry = item.text().orElse("");
      entry = folder + (entry.startsWith("./") ? entry.substring(2) : entry);
      if (path.equals(entry) || path.startsWith(entry.endsWith("/") ? entry : entry + "/")) {
        return true;
      }
    }
    return false;
  }

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
