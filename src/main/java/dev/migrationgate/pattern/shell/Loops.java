package dev.migrationgate.pattern.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Finds the loops of a script: {@code until}, {@code while} and {@code for}, up to their {@code
 * done}.
 */
public final class Loops {
  private final List<ShellCommand> commands;

  /** Of each command the one that opens the innermost loop around it, itself included; or -1. */
  private final int[] headers;

  /** Of each command that opens a loop the one that starts its body. */
  private final int[] bodies;

  /**
   * @param commands all of the script, in their order
   */
  public Loops(List<ShellCommand> commands) {
    this.commands = commands;
    this.headers = new int[commands.size()];
    this.bodies = new int[commands.size()];
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < headers.length; i++) {
      ShellCommand command = commands.get(i);
      bodies[i] = commands.size();
      if (command.words().get(0).equals("do") && !open.isEmpty()) {
        bodies[open.peek()] = i;
      }
      if (startsLoop(command)) {
        open.push(i);
      } else if (command.words().get(0).equals("done") && !open.isEmpty()) {
        open.pop();
      }
      headers[i] = open.isEmpty() ? -1 : open.peek();
    }
  }

  /** True for a command in the condition or the body of a loop. */
  public boolean hold(int index) {
    return headers[index] >= 0;
  }

  /** True in the body of a loop that only something in the body can end. */
  boolean endlesslyHold(int index) {
    if (!holdInBody(index)) {
      return false;
    }
    ShellCommand header = commands.get(headers[index]);
    List<String> call = header.call();
    String condition = call.isEmpty() ? "" : call.get(0);
    return header.words().contains("while") && (condition.equals("true") || condition.equals(":"))
        || header.words().contains("until") && condition.equals("false");
  }

  /** True in the body of any loop. */
  boolean holdInBody(int index) {
    return hold(index) && bodies[headers[index]] <= index;
  }

  /**
   * The command that opens the loop in whose condition this one stands; the command itself where it
   * stands in none.
   */
  int askedBy(int index) {
    return hold(index) && !holdInBody(index) ? headers[index] : index;
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
