package dev.migrationgate.pattern.shell;

import java.util.List;

/** Tells whether a script ends well although one of its commands failed (POSIX.1-2017, 2.9). */
public final class ExitStatus {
  private final List<ShellCommand> commands;
  private final boolean stopsAtErrors;

  /**
   * @param stopsAtErrors true when the shell was started with {@code -e}
   */
  public ExitStatus(List<ShellCommand> commands, boolean stopsAtErrors) {
    this.commands = commands;
    this.stopsAtErrors = stopsAtErrors;
  }

  /** True when the script may succeed, or go on, after this command has failed. */
  public boolean survivesFailureOf(int command) {
    Loops loops = new Loops(commands);
    if (loops.endlesslyHold(command)) {
      return false;
    }
    switch (keyword(loops.askedBy(command))) {
      case "until":
        return false;
      case "while":
        return !commands.get(command).words().contains("!") && !compares(command);
      case "if", "elif":
        return !failsLater(command + 1);
      default:
        return loops.holdInBody(command) ? !failsLater(command + 1) : survives(command);
    }
  }

  /** {@code while [ "$(…)" != 1 ]}: what fails inside compares as unequal. */
  private boolean compares(int command) {
    String program = commands.get(command).program();
    return program.equals("[") || program.equals("[[") || program.equals("test");
  }

  private boolean survives(int command) {
    int at = command;
    boolean guarded = false;
    boolean endsWell = false;
    while (commands.get(at).operator().equals("&&") && at + 1 < commands.size()) {
      guarded = true;
      at++;
      endsWell |= startsWith(at, "exit") && !fails(at);
    }
    return switch (commands.get(at).operator()) {
      case "" -> false;
      case "||" -> !failsNext(at + 1);
      case "|" -> !isSetBefore(command, "pipefail");
      case "&" -> true;
      default -> {
        if (isOnlyClosing(at + 1)) {
          yield false;
        }
        if (endsWell) {
          yield !fails(commands.size() - 1);
        }
        // The shell does not stop at a failure that && has looked at.
        yield guarded || !(stopsAtErrors || isSetBefore(command, "errexit"));
      }
    };
  }

  private String keyword(int command) {
    List<String> words = commands.get(command).words();
    for (String word : words) {
      switch (word) {
        case "do", "then", "else", "{", "!":
          continue;
        default:
          return word;
      }
    }
    return "";
  }

  private boolean startsWith(int command, String word) {
    return keyword(command).equals(word);
  }

  /** True for {@code exit 1} and {@code false}. */
  private boolean fails(int command) {
    List<String> words = commands.get(command).words();
    int exit = Math.max(words.indexOf("exit"), words.indexOf("return"));
    if (exit >= 0) {
      return exit + 1 < words.size() && !words.get(exit + 1).equals("0");
    }
    return startsWith(command, "false");
  }

  /** What stands behind {@code ||}: a failing command, or a group that ends in one. */
  private boolean failsNext(int command) {
    if (command >= commands.size()) {
      return false;
    }
    boolean group = commands.get(command).words().get(0).equals("{");
    if (!group) {
      return fails(command);
    }
    for (int i = command; i < commands.size(); i++) {
      if (fails(i)) {
        return true;
      }
      if (commands.get(i).words().contains("}")) {
        return false;
      }
    }
    return false;
  }

  private boolean failsLater(int from) {
    for (int i = from; i < commands.size(); i++) {
      if (fails(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isOnlyClosing(int from) {
    for (int i = from; i < commands.size(); i++) {
      String first = commands.get(i).words().get(0);
      if (!first.equals("}") && !first.equals("fi")) {
        return false;
      }
    }
    return true;
  }

  /** {@code set -e}, {@code set -o pipefail}, {@code set -eu} and the like. */
  private boolean isSetBefore(int command, String option) {
    for (int i = 0; i < command; i++) {
      List<String> words = commands.get(i).words();
      if (!words.get(0).equals("set")) {
        continue;
      }
      for (String word : words) {
        boolean letters = word.startsWith("-") && !word.startsWith("--");
        if (word.equals(option) || (letters && option.equals("errexit") && word.contains("e"))) {
          return true;
        }
      }
    }
    return false;
  }
}
