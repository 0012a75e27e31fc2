package dev.migrationgate.pattern.pod;

import dev.migrationgate.pattern.shell.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a container runs: the words of its command and args, or the script that a shell gets.
 *
 * @param commands the simple commands: one where no shell is involved, none where the image decides
 * @param stopsAtErrors true when a shell was started with {@code -e}
 */
public record CommandLine(List<ShellCommand> commands, boolean stopsAtErrors) {
  /** Images that start the program of their own name. */
  private static final Set<String> ENTRYPOINTS =
      Set.of("flyway", "liquibase", "kong", "dbmate", "atlas", "airflow");

  public CommandLine {
    commands = List.copyOf(commands);
  }

  /** Reads a container's command line, with what its environment puts in. */
  public static CommandLine of(Container container) {
    List<String> words = new ArrayList<>();
    for (Container.Word word : container.words()) {
      words.add(word.text());
    }
    int script = scriptOf(words);
    if (script >= 0) {
      boolean stops = false;
      for (String word : words.subList(0, script)) {
        stops |= isOption(word) && word.indexOf('e') > 0;
      }
      return new CommandLine(unfold(ShellCommand.parse(words.get(script))), stops);
    }
    String entrypoint = container.image().basename();
    if (ENTRYPOINTS.contains(entrypoint) && container.node().items("command").isEmpty()) {
      words.add(0, entrypoint);
    }
    return new CommandLine(
        words.isEmpty() ? List.of() : List.of(new ShellCommand(words, "")), false);
  }

  /** Puts the script of {@code timeout 300 sh -c '…'} in the place of that command. */
  private static List<ShellCommand> unfold(List<ShellCommand> commands) {
    List<ShellCommand> flat = new ArrayList<>();
    for (ShellCommand command : commands) {
      int script = scriptOf(command.call());
      if (script < 0) {
        flat.add(command);
        continue;
      }
      List<ShellCommand> inner = unfold(ShellCommand.parse(command.call().get(script)));
      for (int i = 0; i < inner.size(); i++) {
        boolean last = i == inner.size() - 1;
        flat.add(last ? new ShellCommand(inner.get(i).words(), command.operator()) : inner.get(i));
      }
    }
    return flat;
  }

  /** The index of the script behind {@code sh -c}, -1 where no shell is called. */
  private static int scriptOf(List<String> words) {
    for (int i = 0; i + 1 < words.size(); i++) {
      if (isShell(words.get(i))) {
        for (int j = i + 1; j + 1 < words.size(); j++) {
          if (isOption(words.get(j)) && words.get(j).indexOf('c') > 0) {
            return firstOperand(words, j + 1);
          }
        }
        return -1;
      }
      if (!words.get(i).startsWith("-") && !isWrapper(words.get(i)) && !isDuration(words.get(i))) {
        break;
      }
    }
    return -1;
  }

  /** {@code 300} and {@code 5m}, as {@code timeout} takes them. */
  private static boolean isDuration(String word) {
    int digits = 0;
    while (digits < word.length() && Character.isDigit(word.charAt(digits))) {
      digits++;
    }
    return digits > 0 && word.length() - digits <= 1;
  }

  /** More options may stand between {@code -c} and the script: {@code bash -c -e '…'}. */
  private static int firstOperand(List<String> words, int from) {
    int at = from;
    while (at + 1 < words.size() && isOption(words.get(at))) {
      at++;
    }
    return at;
  }

  private static boolean isOption(String word) {
    return word.length() > 1
        && word.charAt(0) == '-'
        && word.indexOf(' ') < 0
        && word.charAt(1) != '-';
  }

  private static boolean isShell(String word) {
    return switch (word.substring(word.lastIndexOf('/') + 1)) {
      case "sh", "bash", "ash", "dash", "zsh" -> true;
      default -> false;
    };
  }

  /** Programs that do nothing but start another one. */
  private static boolean isWrapper(String word) {
    return switch (word.substring(word.lastIndexOf('/') + 1)) {
      case "env", "tini", "dumb-init", "exec", "timeout", "nice", "busybox" -> true;
      default -> false;
    };
  }
}
