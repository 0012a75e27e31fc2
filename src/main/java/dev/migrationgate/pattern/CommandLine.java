package dev.migrationgate.pattern;

import java.util.ArrayList;
import java.util.List;

/**
 * What a container runs: the words of its command and args, or the script that a shell gets.
 *
 * @param commands the simple commands: one where no shell is involved, none where the image decides
 * @param stopsAtErrors true when a shell was started with {@code -e}
 */
record CommandLine(List<ShellCommand> commands, boolean stopsAtErrors) {
  CommandLine {
    commands = List.copyOf(commands);
  }

  /** Reads a container's command line, with what its environment puts in. */
  static CommandLine of(Container container) {
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
      return new CommandLine(ShellCommand.parse(words.get(script)), stops);
    }
    return new CommandLine(
        words.isEmpty() ? List.of() : List.of(new ShellCommand(words, "")), false);
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
      }
      if (!words.get(i).startsWith("-") && !isWrapper(words.get(i))) {
        break;
      }
    }
    return -1;
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
    return word.length() > 1 && word.charAt(0) == '-' && word.indexOf(' ') < 0 && word.charAt(1) != '-';
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
