package dev.migrationgate.pattern;

import java.util.ArrayList;
import java.util.List;

/** What a container runs: the words of its command and args, or the script that a shell gets. */
public final class CommandLine {
  private final List<ShellCommand> commands;
  private final boolean shell;

  private CommandLine(List<ShellCommand> commands, boolean shell) {
    this.commands = commands;
    this.shell = shell;
  }

  /** Reads a container's command line. */
  public static CommandLine of(Container container) {
    List<String> words = new ArrayList<>();
    for (Container.Word word : container.words()) {
      words.add(word.text());
    }
    int script = scriptOf(words);
    if (script >= 0) {
      return new CommandLine(ShellCommand.parse(words.get(script)), true);
    }
    return words.isEmpty()
        ? new CommandLine(List.of(), false)
        : new CommandLine(List.of(new ShellCommand(words, "")), false);
  }

  /** The simple commands, one where no shell is involved, none where the image decides. */
  public List<ShellCommand> commands() {
    return commands;
  }

  /** True when a shell runs a script. */
  public boolean isShell() {
    return shell;
  }

  /** The index of the script behind {@code sh -c}, -1 where no shell is called. */
  private static int scriptOf(List<String> words) {
    for (int i = 0; i + 1 < words.size(); i++) {
      if (isShell(words.get(i))) {
        for (int j = i + 1; j + 1 < words.size(); j++) {
          String option = words.get(j);
          if (option.startsWith("-") && !option.startsWith("--") && option.endsWith("c")) {
            return j + 1;
          }
        }
      }
      if (!words.get(i).startsWith("-") && !isWrapper(words.get(i))) {
        break;
      }
    }
    return -1;
  }

  private static boolean isShell(String word) {
    return switch (word.substring(word.lastIndexOf('/') + 1)) {
      case "sh", "bash", "ash", "dash", "zsh", "busybox" -> true;
      default -> false;
    };
  }

  /** Programs that do nothing but start another one. */
  private static boolean isWrapper(String word) {
    return switch (word.substring(word.lastIndexOf('/') + 1)) {
      case "env", "tini", "dumb-init", "exec", "timeout", "nice", "busybox" -> true;
      default -> isShell(word);
    };
  }
}
