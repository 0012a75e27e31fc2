package dev.migrationgate.pattern.shell;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a shell knows at one point of a script.
 *
 * @param failed true once the command in question has run, and failed
 * @param good true where {@code $?} is 0
 * @param blamed true where that is so because the command in question failed
 * @param variables those of which the value is known
 * @param exitTrap what runs at the end, empty for nothing
 * @param errorTrap what runs at each error, empty for nothing
 */
record ShellState(
    ShellOptions options,
    boolean failed,
    boolean good,
    boolean blamed,
    Map<String, String> variables,
    String exitTrap,
    String errorTrap) {

  /** The value of a status that is some number other than 0. */
  static final String ERROR = "\0";

  // A record's own are made when they are first called, which takes as long as half a small run.
  @Override
  public boolean equals(Object other) {
    return other instanceof ShellState that
        && failed == that.failed
        && good == that.good
        && blamed == that.blamed
        && options.equals(that.options)
        && variables.equals(that.variables)
        && exitTrap.equals(that.exitTrap)
        && errorTrap.equals(that.errorTrap);
  }

  @Override
  public int hashCode() {
    int flags = (failed ? 4 : 0) + (good ? 2 : 0) + (blamed ? 1 : 0);
    return 31 * (31 * variables.hashCode() + options.hashCode()) + flags;
  }

  static ShellState first(ShellOptions options) {
    return new ShellState(options, false, true, false, Map.of(), "", "");
  }

  /** The same after a command that has nothing to do with the failure. */
  ShellState after(boolean good) {
    return after(good, false);
  }

  ShellState after(boolean good, boolean blamed) {
    return new ShellState(options, failed, good, blamed, variables, exitTrap, errorTrap);
  }

  /** The same after the command in question. */
  ShellState afterFailure() {
    return new ShellState(options, true, false, true, variables, exitTrap, errorTrap);
  }

  /** The same after something ran in a shell of its own, which came to this. */
  ShellState afterSubshell(ShellState end) {
    return new ShellState(
        options, failed || end.failed, end.good, end.blamed, variables, exitTrap, errorTrap);
  }

  ShellState with(ShellOptions changed) {
    return new ShellState(changed, failed, good, blamed, variables, exitTrap, errorTrap);
  }

  ShellState withTraps(String atExit, String atError) {
    return new ShellState(options, failed, good, blamed, variables, atExit, atError);
  }

  /** The same with a variable of this value, or of one that nobody knows. */
  ShellState with(String name, Optional<String> value) {
    Map<String, String> changed = new HashMap<>(variables);
    if (value.isPresent()) {
      changed.put(name, value.get());
    } else {
      changed.remove(name);
    }
    return new ShellState(options, failed, good, blamed, Map.copyOf(changed), exitTrap, errorTrap);
  }

  /** What a word stands for, empty where nobody knows. */
  Optional<String> valueOf(String word) {
    if (word.equals("$?") || word.equals("${?}")) {
      return Optional.of(good ? "0" : ERROR);
    }
    if (word.indexOf('$') < 0 && word.indexOf('`') < 0) {
      return Optional.of(word);
    }
    boolean braces = word.startsWith("${") && word.endsWith("}");
    String name = braces ? word.substring(2, word.length() - 1) : word.substring(1);
    int end = name.indexOf(":-");
    return word.charAt(0) == '$'
        ? Optional.ofNullable(variables.get(end < 0 ? name : name.substring(0, end)))
        : Optional.empty();
  }
}
