package dev.migrationgate.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the gates of a pod template: init containers that wait for a Job. */
final class GateReader {
  private GateReader() {}

  static List<Gate> read(PodTemplate pod) {
    List<Gate> gates = new ArrayList<>();
    for (Container container : pod.initContainers()) {
      Optional<Gate> gate = gate(container);
      if (gate.isPresent()) {
        gates.add(gate.get());
      }
    }
    return gates;
  }

  private static Optional<Gate> gate(Container container) {
    if (isWaitFor(container.image().basename())) {
      return waitFor(container);
    }
    for (ShellCommand command : CommandLine.of(container).commands()) {
      List<String> words = kubectlWait(command.words(), container);
      if (!words.isEmpty()) {
        return Optional.of(new KubectlWait(container, words, command.operator()).gate());
      }
    }
    return Optional.empty();
  }

  /** Mirrors keep the name, some with a prefix or suffix of their own. */
  private static boolean isWaitFor(String basename) {
    return basename.contains("k8s-wait-for");
  }

  /** The words behind {@code kubectl wait} that ask for a Job; none where they do not. */
  private static List<String> kubectlWait(List<String> words, Container container) {
    for (int i = 0; i < words.size(); i++) {
      boolean kubectl =
          i > 0
              ? isKubectl(words.get(i - 1))
              : container.image().basename().contains("kubectl");
      if (words.get(i).equals("wait") && (kubectl || followsKubectl(words, i))) {
        List<String> rest = words.subList(i + 1, words.size());
        return KubectlWait.asksForJob(rest) ? rest : List.of();
      }
    }
    return List.of();
  }

  /** Global options may stand between: {@code kubectl -n shop wait}. */
  private static boolean followsKubectl(List<String> words, int wait) {
    for (int i = 0; i < wait; i++) {
      if (isKubectl(words.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isKubectl(String word) {
    return word.equals("kubectl") || word.endsWith("/kubectl");
  }

  private static Optional<Gate> waitFor(Container container) {
    List<Container.Word> words = container.words();
    Optional<Container.Word> mode = Optional.empty();
    List<Gate.Target> targets = new ArrayList<>();
    String namespace = "";
    for (int i = 0; i < words.size(); i++) {
      Container.Word word = words.get(i);
      String text = word.text();
      if (mode.isEmpty()) {
        mode = isMode(text) ? Optional.of(word) : mode;
      } else if (text.equals("-n") || text.equals("--namespace")) {
        namespace = i + 1 < words.size() ? words.get(++i).text() : "";
      } else if (text.startsWith("--namespace=")) {
        namespace = text.substring("--namespace=".length());
      } else if (text.equals("-l")) {
        i++;
      } else if (text.startsWith("-n")) {
        namespace = text.substring(2);
      } else if (!text.startsWith("-")) {
        targets.add(new Gate.Target(text, word.node(), word.path()));
      }
    }
    if (mode.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Gate.JobPoll(
            container,
            Gate.Form.K8S_WAIT_FOR,
            mode.get().text(),
            targets,
            namespace,
            false,
            mode));
  }

  private static boolean isMode(String text) {
    return switch (text) {
      case "job", "job-we", "job-wr" -> true;
      default -> false;
    };
  }
}
