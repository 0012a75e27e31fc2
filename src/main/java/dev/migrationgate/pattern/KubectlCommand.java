package dev.migrationgate.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One call of kubectl that may ask for Jobs: {@code wait}, or {@code get} in a loop. */
final class KubectlCommand {
  private static final String CONDITION = "condition=";
  private static final String JSONPATH = "jsonpath=";

  private final Container container;
  private final String verb;
  private final boolean loops;
  private final List<String> words;
  private final List<String> targets = new ArrayList<>();
  private String namespace = "";
  private String waitsFor = "";
  private boolean asksForJob;

  private KubectlCommand(Container container, String verb, boolean loops, List<String> words) {
    this.container = container;
    this.verb = verb;
    this.loops = loops;
    this.words = words;
    readArguments();
  }

  /** The call in a simple command, empty where it calls something else. */
  static Optional<KubectlCommand> in(ShellCommand command, Container container) {
    List<String> words = command.words();
    boolean loops = words.get(0).equals("until") || words.get(0).equals("while");
    Optional<KubectlCommand> direct = direct(words, container, loops);
    if (direct.isPresent() || !loops) {
      return direct;
    }
    for (String word : words) {
      int start = word.indexOf("$(");
      int end = word.lastIndexOf(')');
      if (start >= 0 && end > start) {
        for (ShellCommand inner : ShellCommand.parse(word.substring(start + 2, end))) {
          Optional<KubectlCommand> call = direct(inner.words(), container, true);
          if (call.isPresent()) {
            return call;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<KubectlCommand> direct(
      List<String> words, Container container, boolean loops) {
    int at = 0;
    while (at < words.size() && isPrefix(words.get(at))) {
      at++;
    }
    boolean called = at < words.size() && isKubectl(words.get(at));
    // Where the image's entrypoint is kubectl, the arguments start with the verb.
    boolean implied = at == 0 && container.image().basename().contains("kubectl");
    if (!called && !implied) {
      return Optional.empty();
    }
    for (int i = called ? at + 1 : at; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals("wait") || word.equals("get")) {
        List<String> arguments = new ArrayList<>(words.subList(0, i));
        arguments.addAll(words.subList(i + 1, words.size()));
        return Optional.of(new KubectlCommand(container, word, loops, arguments));
      }
      if (implied && !called && !word.startsWith("-") && !takesValue(previous(words, i))) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static String previous(List<String> words, int index) {
    return index > 0 ? words.get(index - 1) : "";
  }

  /** What may stand before a command: keywords, assignments, and programs that start another one. */
  private static boolean isPrefix(String word) {
    return switch (word) {
      case "if", "elif", "then", "else", "until", "while", "do", "!", "{", "time", "exec",
              "command", "nohup" ->
          true;
      default -> {
        int equals = word.indexOf('=');
        yield equals > 0 && word.charAt(0) != '-' && word.substring(0, equals).indexOf('/') < 0;
      }
    };
  }

  private static boolean isKubectl(String word) {
    return word.equals("kubectl") || word.endsWith("/kubectl");
  }

  boolean asksForJob() {
    return asksForJob && (verb.equals("wait") || loops);
  }

  /** The gate that this call makes. */
  Optional<Gate> gate(boolean survivesFailure) {
    boolean waits = verb.equals("wait");
    List<Gate.Target> named = new ArrayList<>();
    for (String target : targets) {
      named.add(container.target(target));
    }
    return Optional.of(
        new Gate.JobPoll(
            container,
            waits ? Gate.Form.KUBECTL_WAIT : Gate.Form.KUBECTL_GET_LOOP,
            waitsFor,
            (waits ? isSuccess(waitsFor) : asksForSuccess())
                ? Gate.Opens.ON_SUCCESS
                : Gate.Opens.OTHERWISE,
            named,
            namespace,
            waits && survivesFailure,
            Optional.empty()));
  }

  /** kubectl compares condition and status without case (kubectl 1.33, cmd/wait). */
  private static boolean isSuccess(String waitsFor) {
    String lower = waitsFor.toLowerCase(Locale.ROOT).replace("'", "").replace("\"", "");
    if (lower.startsWith(CONDITION)) {
      String condition = lower.substring(CONDITION.length());
      return condition.equals("complete") || condition.equals("complete=true");
    }
    return lower.startsWith(JSONPATH)
        && (lower.contains(".status.succeeded")
            || lower.contains("complete") && lower.endsWith("=true"));
  }

  private boolean asksForSuccess() {
    for (Container.Word word : container.words()) {
      if (word.text().contains("succeeded") || word.text().contains("Complete")) {
        return true;
      }
    }
    return false;
  }

  private void readArguments() {
    boolean bareNames = false;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      int equals = word.indexOf('=');
      if (word.startsWith("--") && equals > 0) {
        option(word.substring(0, equals), word.substring(equals + 1));
      } else if (takesValue(word)) {
        i++;
        option(word, i < words.size() ? words.get(i) : "");
      } else if (word.startsWith("-n") && !word.startsWith("--")) {
        namespace = word.substring(word.startsWith("-n=") ? 3 : 2);
      } else if (!word.startsWith("-")) {
        bareNames = resource(word, bareNames);
      }
    }
  }

  private void option(String name, String value) {
    switch (name) {
      case "--for" -> waitsFor = value;
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
  private boolean resource(String word, boolean bareNames) {
    int slash = word.indexOf('/');
    boolean typed = slash > 0 && isJobType(word.substring(0, slash));
    asksForJob |= typed || isJobType(word);
    if (typed) {
      targets.add(word.substring(slash + 1));
    } else if (bareNames && !isKubectl(word) && !isRedirection(word)) {
      targets.add(word);
    }
    return bareNames || isJobType(word);
  }

  private static boolean isRedirection(String word) {
    return word.indexOf('>') >= 0 || word.indexOf('<') >= 0 || word.equals("]") || word.equals("}");
  }

  private static boolean isJobType(String word) {
    return switch (word) {
      case "job", "jobs", "job.batch", "jobs.batch", "job.v1.batch", "jobs.v1.batch" -> true;
      default -> false;
    };
  }
}
