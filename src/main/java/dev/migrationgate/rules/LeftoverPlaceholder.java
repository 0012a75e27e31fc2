package dev.migrationgate.rules;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Container;
import dev.migrationgate.pattern.Gate;
import dev.migrationgate.pattern.Placeholder;
import dev.migrationgate.pattern.PodTemplate;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.Workload;
import dev.migrationgate.substitute.Problem;
import dev.migrationgate.yaml.Node;
import java.util.HashSet;
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
    for (Resource resource : rollout.resources()) {
      judge(resource, "metadata.name", resource.root().at("metadata", "name"), explained, findings);
      Optional<PodTemplate> pod = PodTemplate.of(resource);
      if (pod.isPresent()) {
        for (Container container : pod.get().allContainers()) {
          judge(
              resource,
              container.path() + ".image",
              container.node().get("image"),
              explained,
              findings);
        }
      }
    }
    for (Workload workload : rollout.workloads()) {
      for (Gate gate : workload.gates()) {
        if (gate instanceof Gate.JobPoll poll) {
          for (Gate.Target target : poll.targets()) {
            judge(
                workload.resource(),
                target.path(),
                target.name(),
                target.node(),
                explained,
                findings);
          }
        }
      }
    }
  }

  private static void judge(
      Resource resource,
      String path,
      Optional<Node> node,
      Set<String> explained,
      Findings findings) {
    if (node.isPresent()) {
      judge(resource, path, node.get().text().orElse(""), node.get(), explained, findings);
    }
  }

  private static void judge(
      Resource resource,
      String path,
      String text,
      Node node,
      Set<String> explained,
      Findings findings) {
    Optional<String> placeholder = Placeholder.in(text);
    if (placeholder.isPresent() && !explained.contains(resource.position() + " " + path)) {
      findings.add(
          resource,
          Field.at(path, node),
          "the placeholder " + placeholder.get() + " is left; replace it before this is applied");
    }
  }
}
