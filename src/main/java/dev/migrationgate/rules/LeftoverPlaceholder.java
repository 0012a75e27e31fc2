package dev.migrationgate.rules;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.gate.Gate;
import dev.migrationgate.pattern.gate.Workload;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.pod.PodTemplate;
import dev.migrationgate.pattern.source.Placeholder;
import dev.migrationgate.substitute.Problem;
import dev.migrationgate.yaml.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A placeholder is left after substitution. */
final class LeftoverPlaceholder implements Rule {
  @Override
  public String id() {
    return "leftover-placeholder";
  }

  @Override
  public String title() {
    return "After substitution a placeholder is left in an image, name or wait argument";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    Set<String> explained = new HashSet<>();
    for (Problem problem : rollout.problems()) {
      explained.add(problem.resource().position() + " " + problem.path());
    }
    Search search = new Search(explained, new ArrayList<>());
    for (Resource resource : rollout.resources()) {
      Optional<PodTemplate> pod = PodTemplate.of(resource);
      // Kinds that hold no pods may allow more in a name than those that do.
      search.in(
          pod.isPresent() ? Placeholder.inName(resource.name()) : Placeholder.in(resource.name()),
          resource,
          "metadata.name",
          resource.root().at("metadata", "name").orElse(resource.root()));
      if (pod.isPresent()) {
        for (Container container : pod.get().allContainers()) {
          search.at(resource, container.path() + ".image", container.node().get("image"));
        }
      }
    }
    for (Workload workload : rollout.workloads()) {
      for (Gate.JobPoll poll : workload.polls()) {
        for (Gate.Target target : poll.targets()) {
          search.in(
              Placeholder.inArgument(target.name()),
              workload.resource(),
              target.path(),
              target.node());
        }
      }
    }
    report(search.places(), rollout, findings);
  }

  /** In files a placeholder is told of once, wherever it stands: they are a template. */
  private static void report(List<Place> places, Rollout rollout, Findings findings) {
    Map<String, Integer> counts = new HashMap<>();
    for (Place place : places) {
      counts.put(place.placeholder(), counts.getOrDefault(place.placeholder(), 0) + 1);
    }
    Set<String> told = new HashSet<>();
    for (Place place : places) {
      if (rollout.isOfSources() && !told.add(place.placeholder())) {
        continue;
      }
      int more = rollout.isOfSources() ? counts.get(place.placeholder()) - 1 : 0;
      findings.add(
          severity(rollout, place.resource()),
          place.resource(),
          place.field(),
          "the placeholder "
              + place.placeholder()
              + " is left"
              + switch (more) {
                case 0 -> "";
                case 1 -> " here and in one more place";
                default -> " here and in " + more + " more places";
              }
              + "; replace it before this is applied");
    }
  }

  /** Who checks files may well have somebody else put the value in, templates above all. */
  static Severity severity(Rollout rollout, Resource resource) {
    if (!rollout.isOfSources()) {
      return Severity.ERROR;
    }
    return rollout.migrations().isEmpty() || rollout.isFilledInLater(resource)
        ? Severity.INFO
        : Severity.WARNING;
  }

  private record Place(Resource resource, Field field, String placeholder) {}

  /**
   * @param explained the fields of which another rule speaks
   */
  private record Search(Set<String> explained, List<Place> places) {

    void at(Resource resource, String path, Optional<Node> node) {
      if (node.isPresent()) {
        in(Placeholder.inImage(node.get().text().orElse("")), resource, path, node.get());
      }
    }

    void in(Optional<String> placeholder, Resource resource, String path, Node node) {
      if (placeholder.isPresent() && !explained.contains(resource.position() + " " + path)) {
        places.add(new Place(resource, Field.at(path, node), placeholder.get()));
      }
    }
  }
}
