package dev.migrationgate.pattern;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Finds the loops of a script: {@code until}, {@code while} and {@code for}, up to their {@code
 * done}.
 */
final class Loops {
  private Loops() {}

  /** True for a command in the condition or the body of a loop. */
  static boolean holds(List<ShellCommand> commands, int index) {
    return header(commands, index) >= 0;
  }

  /** True in the body of a loop that only something in the body can end. */
  static boolean isInEndless(List<ShellCommand> commands, int index) {
    int header = header(commands, index);
    if (header < 0 || header == index) {
      return false;
    }
    List<String> words = commands.get(header).call();
    List<String> all = commands.get(header).words();
    String condition = words.isEmpty() ? "" : words.get(0);
    return all.contains("while") && (condition.equals("true") || condition.equals(":"))
        || all.contains("until") && condition.equals("false");
  }

  /** True in the body of any loop. */
  static boolean isInBody(List<ShellCommand> commands, int index) {
    int header = header(commands, index);
    return header >= 0 && header < index && !startsLoop(commands.get(index));
  }

  /** The command that opens the innermost loop around this one, itself included; -1 for none. */
  private static int header(List<ShellCommand> commands, int index) {
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i <= index; i++) {
      ShellCommand command = commands.get(i);
      if (startsLoop(command)) {
        open.push(i);
      } else if (command.words().get(0).equals("done") && !open.isEmpty()) {
        open.pop();
      }
    }
    return open.isEmpty() ? -1 : open.peek();
  }

  private static boolean startsLoop(ShellCommand command) {
    for (String word : command.words()) {
      switch (word) {
        case "until", "while", "for":
          return true;
        case "do", "then", "else", "{", "!":
          continue;
        default:
          return false;
      }
    }
    return false;
  }
}
