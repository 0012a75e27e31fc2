package dev.migrationgate.fix;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.gate.Gate;
import dev.migrationgate.pattern.migration.JobName;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lets a gate that names another Job name the migration. */
public record PointGate(Link link) implements Fix {

  @Override
  public Plan plan(Surroundings around) {
    Gate.JobPoll gate = link.gate().orElseThrow();
    if (link.job().name().isEmpty()) {
      return new Plan.Refused("the Job has no name to wait for");
    }
    Optional<String> doubt = doubt(gate, around.rollout());
    if (doubt.isPresent()) {
      return new Plan.Refused(doubt.get());
    }
    String from = gate.targets().get(0).name();
    String to = WrittenName.of(link.job().resource());
    try {
      List<Change> changes = new ArrayList<>();
      for (Scalar scalar : scalars(gate.container(), from)) {
        changes.add(rename(link.workload().resource(), scalar, from, to));
      }
      if (changes.isEmpty()) {
        return new Plan.Refused("the name \"" + from + "\" is put together as the gate runs");
      }
      return new Plan.Changes(
          "init container " + gate.container().name() + " waits for Job " + link.job().name(),
          changes);
    } catch (CannotChange e) {
      return new Plan.Refused(e.getMessage());
    }
  }

  private Optional<String> doubt(Gate.JobPoll gate, Rollout rollout) {
    String name = gate.targets().get(0).name();
    if (link.job().isNamed(name)) {
      return Optional.of("the file is right, and the build renames the Job");
    }
    for (Gate.Target target : gate.targets()) {
      if (!target.name().equals(name)) {
        return Optional.of("the gate names several Jobs");
      }
    }
    for (Link other : rollout.links().of(link.workload())) {
      boolean same =
          other.gate().isPresent()
              && other.gate().get().container().path().equals(gate.container().path());
      if (same && other.job().resource() != link.job().resource()) {
        return Optional.of(
            "it may be meant for "
                + other.job().resource().identity()
                + " or "
                + link.job().resource().identity());
      }
    }
    boolean alike = JobName.stem(name).equals(JobName.stem(link.job().name()));
    return link.strong() || alike
        ? Optional.empty()
        : Optional.of(
            "nothing else tells that the workload depends on " + link.job().resource().identity());
  }

  /** The words, or else the variables, that hold the name. */
  private static List<Scalar> scalars(Container container, String name) {
    List<Scalar> words = new ArrayList<>();
    for (Container.Word word : container.words()) {
      add(word.node(), name, words);
    }
    if (words.isEmpty()) {
      for (Node variable : container.node().items("env")) {
        Optional<Node> value = variable.get("value");
        if (value.isPresent()) {
          add(value.get(), name, words);
        }
      }
    }
    return words;
  }

  private static void add(Node node, String name, List<Scalar> scalars) {
    if (node instanceof Scalar scalar && NameInText.holds(scalar.value(), name)) {
      scalars.add(scalar);
    }
  }

  private static Change rename(Resource resource, Scalar scalar, String from, String to) {
    String written = scalar.written();
    if (NameInText.holds(written, from)) {
      return written.equals(from) || written.indexOf(from) == written.lastIndexOf(from)
          ? ScalarChange.replace(resource, scalar, from, to)
          : new Change.Rename(resource, scalar, from, to);
    }
    // A variable stands in it: what is around the name tells where the name is.
    String value = scalar.value();
    int at = value.indexOf(from);
    String before = value.substring(0, at);
    String behind = value.substring(at + from.length());
    boolean known =
        value.indexOf(from, at + 1) < 0
            && written.length() > before.length() + behind.length()
            && written.startsWith(before)
            && written.endsWith(behind);
    if (!known) {
      throw new CannotChange("variables make it unclear where the name stands");
    }
    String name = written.substring(before.length(), written.length() - behind.length());
    return ScalarChange.replace(resource, scalar, name, to);
  }
}
