package dev.migrationgate.pattern;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Finds the loops of a script: {@code until}, {@code while} and {@code for}, up to their {@code
 * done}.
 */
final class Loops {
  private final List<ShellCommand> commands;

  /** Of each command the one that opens the innermost loop around it, itself included; or -1. */
  private final int[] headers;

  Loops(List<ShellCommand> commands) {
    this.commands = commands;
    this.headers = new int[commands.size()];
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < headers.length; i++) {
      ShellCommand command = commands.get(i);
      if (startsLoop(command)) {
        open.push(i);
      } else if (command.words().get(0).equals("done") && !open.isEmpty()) {
        open.pop();
      }
      headers[i] = open.isEmpty() ? -1 : open.peek();
    }
  }

  /** True for a command in the condition or the body of a loop. */
  boolean hold(int index) {
    return headers[index] >= 0;
  }

  /** True in the body of a loop that only something in the body can end. */
  boolean endlesslyHold(int index) {
    int header = headers[index];
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
  boolean holdInBody(int index) {
    int header = headers[index];
    return header >= 0 && header < index && !startsLoop(commands.get(index));
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
