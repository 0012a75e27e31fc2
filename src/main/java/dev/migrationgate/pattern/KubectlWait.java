package dev.migrationgate.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the arguments of one {@code kubectl wait} that asks for Jobs. */
final class KubectlWait {
  private static final String CONDITION = "condition=";

  private final Container container;
  private final List<String> words;
  private final String operator;

  private final List<Gate.Target> targets = new ArrayList<>();
  private String namespace = "";
  private String condition = "";

  /**
   * @param words what follows {@code wait}
   * @param operator the shell's operator behind the command
   */
  KubectlWait(Container container, List<String> words, String operator) {
    this.container = container;
    this.words = words;
    this.operator = operator;
  }

  static boolean asksForJob(List<String> words) {
    for (String word : words) {
      int slash = word.indexOf('/');
      if (isJobType(slash < 0 ? word : word.substring(0, slash))) {
        return true;
      }
    }
    return false;
  }

  Gate gate() {
    boolean named = false;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      int equals = word.indexOf('=');
      if (word.startsWith("-") && equals > 0) {
        option(word.substring(0, equals), word.substring(equals + 1));
      } else if (takesValue(word)) {
        i++;
        option(word, i < words.size() ? words.get(i) : "");
      } else if (word.startsWith("-n") && !word.startsWith("--")) {
        namespace = word.substring(2);
      } else if (!word.startsWith("-")) {
        named = target(word, named);
      }
    }
    return new Gate.JobPoll(
        container,
        Gate.Form.KUBECTL_WAIT,
        condition,
        targets,
        namespace,
        operator.equals("||"),
        Optional.empty());
  }

  private void option(String name, String value) {
    switch (name) {
      case "--for" ->
          condition = value.startsWith(CONDITION) ? value.substring(CONDITION.length()) : value;
      case "-n", "--namespace" -> namespace = value;
      default -> {}
    }
  }

  private static boolean takesValue(String word) {
    return switch (word) {
      case "--for", "-n", "--namespace", "--timeout", "-l", "--selector", "--context",
              "--kubeconfig", "-o", "--output" ->
          true;
      default -> false;
    };
  }

  /** {@code job/name}, or {@code job} and then names; returns whether bare names may follow. */
  private boolean target(String word, boolean named) {
    int slash = word.indexOf('/');
    if (slash > 0 && isJobType(word.substring(0, slash))) {
      add(word.substring(slash + 1));
      return named;
    }
    if (isJobType(word)) {
      return true;
    }
    if (named) {
      add(word);
    }
    return named;
  }

  private void add(String name) {
    for (Container.Word word : container.words()) {
      if (word.text().contains(name)) {
        targets.add(new Gate.Target(name, word.node(), word.path()));
        return;
      }
    }
    targets.add(new Gate.Target(name, container.node(), container.path()));
  }

  private static boolean isJobType(String word) {
    return switch (word) {
      case "job", "jobs", "job.batch", "jobs.batch", "job.v1.batch", "jobs.v1.batch" -> true;
      default -> false;
    };
  }
}
