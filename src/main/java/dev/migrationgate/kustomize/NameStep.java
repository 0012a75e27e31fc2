package dev.migrationgate.kustomize;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.pod.PodTemplate;
import dev.migrationgate.pattern.source.Patch;
import dev.migrationgate.yaml.Mapping;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A kustomization's {@code namePrefix} and {@code nameSuffix}, for Jobs that an init container
 * names: kustomize rewrites no container's arguments (5.8, RUN). Every other reference follows, so
 * that the names of the files do for all else.
 */
record NameStep(String prefix, String suffix, List<Patch> patches) {
  private static final String PREVIOUS_NAMES = "internal.config.kubernetes.io/previousNames";

  /**
   * @param reached which resources go through the kustomization
   */
  List<Resource> apply(List<Resource> resources, Predicate<Resource> reached) {
    return prefix.isEmpty() && suffix.isEmpty()
        ? resources
        : resources.stream()
            .map(resource ->
                reached.test(resource)
                        && resource.is("batch", "Job")
                        && isAwaited(resource, resources)
                    ? rename(resource)
                    : resource)
            .toList();
  }

  private boolean isAwaited(Resource job, List<Resource> resources) {
    boolean awaited = false;
    for (Resource workload : resources) {
      if (namesInGate(workload, job)) {
        if (patches.stream().anyMatch(patch -> patch.mayChange(workload, "initContainers"))) {
          return false;
        }
        awaited = true;
      }
    }
    return awaited;
  }

  private static boolean namesInGate(Resource workload, Resource job) {
    Optional<PodTemplate> pod = PodTemplate.of(workload);
    return pod.isPresent()
        && pod.get().initContainers().stream()
            .map(Container::words)
            .flatMap(List::stream)
            .anyMatch(word -> job.names().stream().anyMatch(word.text()::contains));
  }

  private Resource rename(Resource job) {
    Optional<Scalar> name = job.root().scalar("metadata", "name");
    if (name.isEmpty()) {
      return job;
    }
    String former = String.join(",", job.names());
    Node renamed = Trees.set(job.root(), prefix + name.get().value() + suffix, "metadata", "name");
    Node marked = Trees.set(renamed, former, "metadata", "annotations", PREVIOUS_NAMES);
    return marked instanceof Mapping mapping ? job.with(mapping) : job;
  }
}
