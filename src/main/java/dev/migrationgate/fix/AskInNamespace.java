package dev.migrationgate.fix;

import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.gate.Gate;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.yaml.Scalar;
import java.util.List;
import java.util.Optional;

/** Lets a gate look in the namespace in which the Job is. */
public record AskInNamespace(Link link) implements Fix {

  @Override
  public Plan plan(Surroundings around) {
    Gate.JobPoll gate = link.gate().orElseThrow();
    Optional<Scalar> namespace = link.job().resource().root().scalar("metadata", "namespace");
    for (Gate.Target target : gate.targets()) {
      if (!target.name().equals(link.job().name())) {
        return new Plan.Refused("the gate names several Jobs, which may be in other namespaces");
      }
    }
    try {
      return new Plan.Changes(
          "init container "
              + gate.container().name()
              + " asks in namespace "
              + link.job().resource().namespace(),
          changes(gate, namespace.orElseThrow().written()));
    } catch (CannotChange e) {
      return new Plan.Refused(e.getMessage());
    }
  }

  private List<Change> changes(Gate.JobPoll gate, String namespace) {
    GateCommand command = new GateCommand(link.workload().resource(), gate.container());
    String now = gate.namespace();
    List<Container.Word> words = gate.container().words();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i).text();
      if (word.equals("-n") || word.equals("--namespace")) {
        return List.of(command.replaceWord(now, namespace));
      }
      for (String option : new String[] {"--namespace=", "-n=", "-n"}) {
        if (!now.isEmpty() && word.equals(option + now)) {
          return List.of(command.replaceWord(word, option + namespace));
        }
      }
    }
    if (!now.isEmpty()) {
      for (String option : new String[] {" -n ", " --namespace ", " --namespace=", " -n="}) {
        if (isHeld(gate.container(), option + now)) {
          return List.of(command.replace(option + now, option + namespace));
        }
      }
      throw new CannotChange("the namespace \"" + now + "\" is not written out there");
    }
    if (gate.form() == Gate.Form.KUBECTL_WAIT) {
      return command.addToKubectlWait("--namespace=" + namespace);
    }
    if (gate.form() == Gate.Form.K8S_WAIT_FOR && gate.modeWord().isPresent()) {
      return command.append(gate.modeWord().get(), "-n", namespace);
    }
    throw new CannotChange("its script has to be written anew");
  }

  private static boolean isHeld(Container container, String text) {
    for (Container.Word word : container.words()) {
      if (word.text().contains(text)) {
        return true;
      }
    }
    return false;
  }
}
