package dev.migrationgate.pattern.gate;

import dev.migrationgate.pattern.pod.CommandLine;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.shell.ExitStatus;
import dev.migrationgate.pattern.shell.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the arguments of k8s-wait-for (groundnuty/k8s-wait-for 2.0): {@code job-wr NAME -n ns}. */
final class WaitForArguments {
  private WaitForArguments() {}

  /**
   * True for the words of k8s-wait-for that no other program knows, whatever the image is called.
   */
  static boolean areUnmistakable(Container container) {
    for (ShellCommand command : CommandLine.of(container).commands()) {
      if (command.words().contains("job-wr") || command.words().contains("job-we")) {
        return true;
      }
    }
    return false;
  }

  /** The gate, empty where it does not wait for a Job. */
  static Optional<Gate> read(Container container) {
    CommandLine line = CommandLine.of(container);
    for (int i = 0; i < line.commands().size(); i++) {
      List<String> words = line.commands().get(i).words();
      int mode = modeOf(words);
      if (mode >= 0) {
        boolean survives =
            new ExitStatus(line.commands(), line.stopsAtErrors()).survivesFailureOf(i);
        return Optional.of(gate(container, words, mode, survives));
      }
    }
    return Optional.empty();
  }

  private static int modeOf(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      switch (words.get(i)) {
        case "job", "job-we", "job-wr":
          return i;
        default:
          break;
      }
    }
    return -1;
  }

  private static Gate gate(Container container, List<String> words, int mode, boolean failsOpen) {
    List<Gate.Target> targets = new ArrayList<>();
    String namespace = "";
    for (int i = mode + 1; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals("-n") || word.equals("--namespace")) {
        i++;
        namespace = i < words.size() ? words.get(i) : "";
      } else if (word.startsWith("--namespace=")) {
        namespace = word.substring("--namespace=".length());
      } else if (word.startsWith("-n")) {
        namespace = word.substring(2);
      } else if (word.equals("-l")) {
        i++;
      } else if (!word.startsWith("-")) {
        targets.add(Gate.Target.in(container, word));
      }
    }
    String text = words.get(mode);
    return new Gate.JobPoll(
        container,
        Gate.Form.K8S_WAIT_FOR,
        text,
        text.equals("job-wr") ? Gate.Opens.ON_SUCCESS : Gate.Opens.OTHERWISE,
        targets,
        namespace,
        failsOpen,
        container.word(text),
        true,
        ApiCredentials.areBroughtBy(container));
  }
}
