package dev.migrationgate.pattern.shell;

import java.util.List;
import java.util.Optional;

/** A shell script as a tree (POSIX.1-2017, 2.9 and 2.10). */
public sealed interface ShellNode {
  /** A program with its arguments, or assignments. */
  record Simple(ShellCommand command) implements ShellNode {}

  record Pipeline(List<ShellNode> parts) implements ShellNode {}

  record Not(ShellNode body) implements ShellNode {}

  /** Two commands with {@code &&} or {@code ||} between them. */
  record AndOr(ShellNode left, boolean and, ShellNode right) implements ShellNode {}

  record Sequence(List<ShellNode> steps) implements ShellNode {}

  record Background(ShellNode body) implements ShellNode {}

  record Subshell(ShellNode body) implements ShellNode {}

  /** {@code elif} is an {@code if} in the other branch; no branch is an empty sequence. */
  record If(ShellNode condition, ShellNode then, ShellNode otherwise) implements ShellNode {}

  /**
   * @param exhaustive true where one of the branches is for all that is left
   */
  record Case(List<ShellNode> branches, boolean exhaustive) implements ShellNode {}

  /**
   * {@code while}, {@code until}, and {@code for}, of which the condition is one that nobody knows.
   */
  record Loop(ShellNode condition, boolean until, ShellNode body) implements ShellNode {}

  record Function(String name, ShellNode body) implements ShellNode {}

  /** Reads a script; empty for one with something in it that is not understood. */
  static Optional<ShellNode> parse(String script) {
    return new ScriptParser(script).script();
  }

  /** What stands directly inside, in its order. */
  default List<ShellNode> children() {
    if (this instanceof Pipeline pipeline) {
      return pipeline.parts;
    } else if (this instanceof Not not) {
      return List.of(not.body);
    } else if (this instanceof AndOr list) {
      return List.of(list.left, list.right);
    } else if (this instanceof Sequence sequence) {
      return sequence.steps;
    } else if (this instanceof Background background) {
      return List.of(background.body);
    } else if (this instanceof Subshell subshell) {
      return List.of(subshell.body);
    } else if (this instanceof If choice) {
      return List.of(choice.condition, choice.then, choice.otherwise);
    } else if (this instanceof Case choice) {
      return choice.branches;
    } else if (this instanceof Loop loop) {
      return List.of(loop.condition, loop.body);
    } else if (this instanceof Function function) {
      return List.of(function.body);
    }
    return List.of();
  }
}
