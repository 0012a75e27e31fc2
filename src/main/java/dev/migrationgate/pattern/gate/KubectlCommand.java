package dev.migrationgate.pattern.gate;

import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.shell.ShellCommand;
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
  private boolean hasTimeout;

  private KubectlCommand(Container container, String verb, boolean loops, List<String> words) {
    this.container = container;
    this.verb = verb;
    this.loops = loops;
    this.words = words;
    readArguments();
  }

  /**
   * The call in a simple command, empty where it calls something else.
   *
   * @param loops true when a loop holds the command
   */
  static Optional<KubectlCommand> in(ShellCommand command, Container container, boolean loops) {
    Optional<KubectlCommand> direct = direct(command, container, loops);
    if (direct.isPresent() || !loops) {
      return direct;
    }
    for (String word : command.words()) {
      int start = word.indexOf("$(");
      int end = word.lastIndexOf(')');
      if (start >= 0 && end > start) {
        for (ShellCommand inner : ShellCommand.parse(word.substring(start + 2, end))) {
          Optional<KubectlCommand> call = direct(inner, container, true);
          if (call.isPresent()) {
            return call;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<KubectlCommand> direct(
      ShellCommand command, Container container, boolean loops) {
    List<String> words = command.call();
    boolean called = isKubectl(command.program());
    // Where the image's entrypoint is kubectl, the arguments start with the verb.
    boolean implied =
        words.size() == command.words().size() && container.image().basename().contains("kubectl");
    if (!called && !implied) {
      return Optional.empty();
    }
    for (int i = called ? 1 : 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals("wait") || word.equals("get")) {
        List<String> arguments = new ArrayList<>(words.subList(called ? 1 : 0, i));
        arguments.addAll(words.subList(i + 1, words.size()));
        return Optional.of(new KubectlCommand(container, word, loops, arguments));
      }
      boolean option = word.startsWith("-") || i > 0 && takesValue(words.get(i - 1));
      if (!option) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean isKubectl(String program) {
    return program.equals("kubectl") || program.equals("oc");
  }

  /** To wait until a Job is there is no gate, but what comes before one. */
  boolean asksForJob() {
    return asksForJob && !waitsFor.equals("create") && (verb.equals("wait") || loops);
  }

  /** The gate that this call makes. */
  Optional<Gate> gate(boolean survivesFailure) {
    boolean waits = verb.equals("wait");
    List<Gate.Target> named = new ArrayList<>();
    for (String target : targets) {
      named.add(Gate.Target.in(container, target));
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
            Optional.empty(),
            !waits || loops || hasTimeout,
            ApiCredentials.areBroughtBy(container)));
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

  /** A script that reads the outcome of a Job names it in one of these ways. */
  private boolean asksForSuccess() {
    boolean names = false;
    for (Container.Word word : container.words()) {
      String lower = word.text().toLowerCase(Locale.ROOT).replace("\\|", "|");
      if (lower.contains("complete|failed") || lower.contains("failed|complete")) {
        return false;
      }
      names |= lower.contains("succeeded") || lower.contains("complet") || lower.contains("1/1");
    }
    return names;
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
      case "--timeout" -> hasTimeout = true;
      default -> {}
    }
  }

  private static boolean takesValue(String word) {
    return switch (word) {
      case "--for",
          "-n",
          "--namespace",
          "--timeout",
          "-l",
          "--selector",
          "--field-selector",
          "--context",
          "--cluster",
          "--user",
          "--kubeconfig",
          "-s",
          "--server",
          "--token",
          "--as",
          "--request-timeout",
          "-v",
          "-o",
          "--output" ->
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
    } else if (bareNames && !isRedirection(word)) {
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
