package dev.migrationgate.check;

import dev.migrationgate.krm.Manifests;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.pod.PodTemplate;
import dev.migrationgate.pattern.source.PackageFiles;
import dev.migrationgate.pattern.source.Patch;
import java.util.List;
import java.util.Optional;

/**
 * What the patches of a build count on: a resource by its name, the init containers that a pod has.
 * Without the one kustomize fails; of init containers of one name it makes one.
 */
record PatchTargets(List<Patch> patches) {
  private static final String INIT_CONTAINERS = "initContainers";

  static PatchTargets of(PackageFiles files) {
    return new PatchTargets(files.patches());
  }

  /** What a patch would no longer find as it was, a clause; empty where each finds all. */
  Optional<String> lost(Manifests before, Manifests after) {
    if (patches.isEmpty()) {
      return Optional.empty();
    }
    for (Resource was : before.resources()) {
      Optional<Resource> now =
          after.resources().stream().filter(other -> isSame(was, other)).findFirst();
      for (Patch patch : patches) {
        if (now.isEmpty() && names(patch, was)) {
          return Optional.of("the patch " + patch.file() + " names " + was.identity());
        }
        if (now.isPresent()
            && initContainers(was) != initContainers(now.get())
            && patch.mayChange(was, INIT_CONTAINERS)) {
          return Optional.of(
              "the patch "
                  + patch.file()
                  + " changes the initContainers of "
                  + was.identity()
                  + ": it may hold a gate already, or count on their places");
        }
      }
    }
    return Optional.empty();
  }

  private static boolean names(Patch patch, Resource resource) {
    return (patch.kind().isEmpty() || patch.kind().equals(resource.kind()))
        && resource.names().contains(patch.name());
  }

  private static boolean isSame(Resource one, Resource other) {
    return one.kind().equals(other.kind())
        && one.name().equals(other.name())
        && one.namespace().equals(other.namespace());
  }

  private static int initContainers(Resource resource) {
    return PodTemplate.of(resource).map(pod -> pod.spec().items(INIT_CONTAINERS).size()).orElse(0);
  }
}
