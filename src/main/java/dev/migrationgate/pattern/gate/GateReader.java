package dev.migrationgate.pattern.gate;

import dev.migrationgate.pattern.pod.CommandLine;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.pod.PodTemplate;
import dev.migrationgate.pattern.shell.ExitStatus;
import dev.migrationgate.pattern.shell.Loops;
import dev.migrationgate.pattern.shell.ShellCommand;
import dev.migrationgate.yaml.Document;
import dev.migrationgate.yaml.InvalidYaml;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.SourceText;
import dev.migrationgate.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the gates of a pod template: init containers that wait for a Job or a schema, and the
 * command of the first container where it waits before it starts its program.
 */
public final class GateReader {
  private GateReader() {}

  public static List<Gate> read(PodTemplate pod) {
    List<Gate> gates = new ArrayList<>();
    for (Container container : pod.initContainers()) {
      Optional<Gate> gate = gate(container);
      if (gate.isPresent()) {
        gates.add(gate.get());
      }
    }
    if (!pod.containers().isEmpty()) {
      Optional<Gate> gate = beforeProgram(pod.containers().get(0));
      if (gate.isPresent()) {
        gates.add(gate.get());
      }
    }
    return gates;
  }

  /** A wait with something behind it: {@code kubectl wait … && exec server}. */
  private static Optional<Gate> beforeProgram(Container container) {
    CommandLine line = CommandLine.of(container);
    Loops loops = new Loops(line.commands());
    for (int i = 0; i < line.commands().size(); i++) {
      List<String> call = line.commands().get(i).call();
      if (!call.isEmpty() && call.get(0).endsWith("kubernetes-entrypoint")) {
        return entrypoint(container);
      }
      Optional<Gate> gate = gate(container, line, loops, i);
      if (gate.isPresent()) {
        boolean holds = !startsAhead(line.commands(), i) && startsBehind(line.commands(), loops, i);
        return holds ? gate : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** What was sent to the background runs while the script waits. */
  private static boolean startsAhead(List<ShellCommand> commands, int wait) {
    for (ShellCommand command : commands.subList(0, wait)) {
      if (command.operator().equals("&")) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsBehind(List<ShellCommand> commands, Loops loops, int wait) {
    for (int i = wait + 1; i < commands.size(); i++) {
      switch (commands.get(i).program()) {
        case "", "sleep", "echo", "printf", "done", "fi", "}", "exit", "true", "break", "wait" -> {}
        default -> {
          if (!loops.hold(i)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static Optional<Gate> gate(Container container) {
    if (WaitForImage.is(container.image()) || WaitForArguments.areUnmistakable(container)) {
      return WaitForArguments.read(container);
    }
    if (container.image().basename().contains("kubernetes-entrypoint")) {
      return entrypoint(container);
    }
    CommandLine line = CommandLine.of(container);
    Loops loops = new Loops(line.commands());
    for (int i = 0; i < line.commands().size(); i++) {
      Optional<Gate> gate = gate(container, line, loops, i);
      if (gate.isPresent()) {
        return gate;
      }
    }
    return Optional.empty();
  }

  private static Optional<Gate> gate(
      Container container, CommandLine line, Loops loops, int index) {
    ShellCommand command = line.commands().get(index);
    ExitStatus status = new ExitStatus(line.commands(), line.stopsAtErrors());
    Optional<String> tool = SchemaChecks.toolOf(line.commands(), loops, index);
    if (tool.isPresent()) {
      return Optional.of(
          new Gate.SchemaPoll(container, tool.get(), status.survivesFailureOf(index)));
    }
    Optional<KubectlCommand> kubectl = KubectlCommand.in(command, container, loops.hold(index));
    if (kubectl.isEmpty() || !kubectl.get().asksForJob()) {
      return Optional.empty();
    }
    return kubectl.get().gate(status.survivesFailureOf(index));
  }

  /** The contract of kubernetes-entrypoint: Jobs by name, by commas or as a JSON list. */
  private static Optional<Gate> entrypoint(Container container) {
    List<Gate.Target> targets = new ArrayList<>();
    String namespace = "";
    List<Node> variables = container.node().items("env");
    for (int i = 0; i < variables.size(); i++) {
      Node variable = variables.get(i);
      String path = container.path() + ".env[" + i + "].value";
      String value = variable.text("value").orElse("");
      Node node = variable.get("value").orElse(variable);
      if (variable.has("DEPENDENCY_JOBS", "name")) {
        for (String name : value.split(",")) {
          if (!name.isBlank()) {
            targets.add(new Gate.Target(afterColon(name.trim()), node, path));
            namespace = name.indexOf(':') > 0 ? beforeColon(name.trim()) : namespace;
          }
        }
      } else if (variable.has("DEPENDENCY_JOBS_JSON", "name")) {
        for (Node item : jsonItems(value)) {
          targets.add(new Gate.Target(item.text("name").orElse(""), node, path));
          namespace = item.text("namespace").orElse(namespace);
        }
      }
    }
    return targets.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Gate.JobPoll(
                container,
                Gate.Form.KUBERNETES_ENTRYPOINT,
                "",
                Gate.Opens.ON_SUCCESS,
                targets,
                namespace,
                false,
                Optional.empty(),
                true,
                ApiCredentials.areBroughtBy(container)));
  }

  private static String afterColon(String name) {
    return name.substring(name.indexOf(':') + 1);
  }

  private static String beforeColon(String name) {
    return name.substring(0, name.indexOf(':'));
  }

  private static List<Node> jsonItems(String json) {
    try {
      List<Document> documents = YamlReader.read(new SourceText("", json));
      return documents.isEmpty() ? List.of() : documents.get(0).root().items();
    } catch (InvalidYaml e) {
      return List.of();
    }
  }
}
