package dev.migrationgate.pattern.shell;

import dev.migrationgate.pattern.shell.ScriptEnd.Flow;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the simple commands of a script come to. */
final class ScriptCommands {
  /** What the value of {@code $!} begins with. */
  private static final String JOB = "\0job";

  private final ScriptRun run;
  private final FailingCommands failing;
  private final boolean hopeful;
  private boolean sources;

  /** A script of which it cannot be told where it leads. */
  static final class Unclear extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /**
   * @param hopeful true where programs of which nothing is known end well unless they run because
   *     of the failure; otherwise they may fail behind it
   */
  ScriptCommands(ScriptRun run, FailingCommands failing, boolean hopeful) {
    this.run = run;
    this.failing = failing;
    this.hopeful = hopeful;
  }

  ShellNode parse(String script) throws Unclear {
    Optional<ShellNode> node = ShellNode.parse(script);
    if (node.isEmpty()) {
      throw new Unclear();
    }
    return node.get();
  }

  /** The value of {@code $!} for a command in the background that ends so. */
  Optional<String> job(ShellState end) {
    return Optional.of(JOB + (end.good() ? "" : ShellState.ERROR));
  }

  Set<ScriptEnd> run(ShellCommand command, ShellState state, ScriptPlace place) throws Unclear {
    Set<ScriptEnd> ends = new LinkedHashSet<>();
    for (ShellState before : substituted(command, state, place)) {
      ends.addAll(run(command, before, state, place));
    }
    return ends;
  }

  /** What the shell knows once it has put in what stands in {@code $(…)}, its status included. */
  private Set<ShellState> substituted(ShellCommand command, ShellState state, ScriptPlace place)
      throws Unclear {
    Set<ShellState> states = Set.of(state.after(true, state.blamed()));
    for (String word : command.words()) {
      for (String script : Substitutions.in(word)) {
        Set<ShellState> next = new LinkedHashSet<>();
        for (ShellState before : states) {
          for (ScriptEnd end : run.subshell(parse(script), before, place)) {
            next.add(end.state());
          }
        }
        states = next;
      }
    }
    return states;
  }

  private Set<ScriptEnd> run(
      ShellCommand command, ShellState substituted, ShellState before, ScriptPlace place)
      throws Unclear {
    List<String> call = command.call();
    ShellState state = before.failed() == substituted.failed() ? before : substituted;
    if (call.isEmpty()) {
      return next(assigned(command.words(), before, substituted));
    }
    Set<ScriptEnd> called = run.call(call.get(0), state, place);
    if (!called.isEmpty()) {
      return called;
    }
    if (failing.include(command)) {
      ShellState failed = state.afterFailure();
      return replaced(command, next(failing.endWell() ? failed.after(true) : failed));
    }
    Optional<ShellCall> shell = ShellCall.of(call);
    if (shell.isPresent() && shell.get().isScript()) {
      return replaced(command, nested(command, shell.get(), state, place));
    }
    return replaced(command, builtin(command, call, before, state, place));
  }

  private Set<ScriptEnd> nested(
      ShellCommand command, ShellCall shell, ShellState state, ScriptPlace place) throws Unclear {
    Set<ScriptEnd> ends = new LinkedHashSet<>();
    ShellState inner = state.with(shell.options()).withTraps("", "");
    for (ShellState end : run.shell(parse(shell.operand()), inner, ScriptPlace.FIRST)) {
      ends.add(new ScriptEnd(state.afterSubshell(end), Flow.NEXT));
    }
    // A loop without end ends by it.
    if (ends.isEmpty() && command.words().contains("timeout")) {
      ends.add(new ScriptEnd(state.afterFailure(), Flow.NEXT));
    }
    return ends;
  }

  /** Behind {@code exec} nothing follows. */
  private static Set<ScriptEnd> replaced(ShellCommand command, Set<ScriptEnd> ends) {
    int program = command.words().size() - command.call().size();
    if (!command.words().subList(0, program).contains("exec")) {
      return ends;
    }
    Set<ScriptEnd> last = new LinkedHashSet<>();
    for (ScriptEnd end : ends) {
      last.add(new ScriptEnd(end.state(), Flow.EXIT));
    }
    return last;
  }

  private Set<ScriptEnd> builtin(
      ShellCommand command,
      List<String> call,
      ShellState before,
      ShellState state,
      ScriptPlace place) {
    String argument = call.size() > 1 ? call.get(1) : "";
    switch (command.program()) {
      case "exit":
        return ended(state, argument, Flow.EXIT);
      case "return":
        return ended(state, argument, Flow.RETURN);
      case "break":
        return Set.of(new ScriptEnd(state.after(true), Flow.BREAK));
      case "continue":
        return Set.of(new ScriptEnd(state.after(true), Flow.CONTINUE));
      case "false":
        return next(state.after(false));
      case "set":
        return next(state.with(state.options().with(call.subList(1, call.size()))).after(true));
      case "trap":
        return next(trapped(call, state).after(true));
      case "wait":
        return waited(argument, state);
      case "unset":
        return next(state.with(argument, Optional.empty()).after(true));
      case "[", "[[", "test":
        return tested(call, state);
      case ".", "source":
        sources = true;
        return sourced(argument, state, place);
      case "kill":
        boolean own = state.valueOf(call.get(call.size() - 1)).orElse("").startsWith(JOB);
        return own ? other("kill a job", state, place) : either(state);
      default:
        return Programs.DECLARATIONS.contains(command.program())
            ? next(assigned(call.subList(1, call.size()), before, state).after(true))
            : other(command.program(), state, place);
    }
  }

  /** A program of which nothing else is known. */
  private Set<ScriptEnd> other(String program, ShellState state, ScriptPlace place) {
    Optional<String> value = state.valueOf(program);
    if (program.startsWith("$") && value.isPresent()) {
      boolean known = value.get().equals("true") || value.get().equals("false");
      return known ? next(state.after(value.get().equals("true"))) : either(state);
    }
    boolean calm =
        Programs.CALM.contains(program) || place.piped() && Programs.FILTERS.contains(program);
    if (calm || goesWell(program, state, place)) {
      return next(state.after(true));
    }
    // It may be a function that was read in, and ends the script.
    Set<ScriptEnd> ends = new LinkedHashSet<>(either(state));
    if (sources && place.handling()) {
      ends.add(new ScriptEnd(state.after(false), Flow.EXIT));
    }
    return ends;
  }

  /** What is asked for how it ends may end either way. */
  private boolean goesWell(String program, ShellState state, ScriptPlace place) {
    if (Programs.OPEN.contains(program) || place.checked()) {
      return false;
    }
    return !state.failed()
        || hopeful && (!place.handling() || Programs.BYSTANDERS.contains(program));
  }

  /** {@code exit}, {@code exit 1}, {@code exit $?}. */
  private static Set<ScriptEnd> ended(ShellState state, String argument, Flow flow) {
    if (argument.isEmpty()) {
      return Set.of(new ScriptEnd(state, flow));
    }
    Optional<String> value = state.valueOf(argument);
    Set<ScriptEnd> ends = new LinkedHashSet<>();
    if (value.isEmpty() || value.get().equals("0")) {
      ends.add(new ScriptEnd(state.after(true), flow));
    }
    if (value.isEmpty() || !value.get().equals("0")) {
      boolean blamed = value.orElse("").equals(ShellState.ERROR);
      ends.add(new ScriptEnd(state.after(false, blamed), flow));
    }
    return ends;
  }

  private static Set<ScriptEnd> tested(List<String> call, ShellState state) {
    Optional<Boolean> result = ShellTest.of(call, state);
    boolean blamed = ShellTest.looksAtError(call, state);
    return result.isPresent()
        ? next(state.after(result.get(), blamed))
        : Set.of(
            new ScriptEnd(state.after(true, blamed), Flow.NEXT),
            new ScriptEnd(state.after(false, blamed), Flow.NEXT));
  }

  /** Alone it waits for all, and ends well. */
  private static Set<ScriptEnd> waited(String argument, ShellState state) {
    if (argument.isEmpty()) {
      return next(state.after(true));
    }
    String job = state.valueOf(argument).orElse("");
    return job.startsWith(JOB)
        ? next(state.after(!job.endsWith(ShellState.ERROR), job.endsWith(ShellState.ERROR)))
        : either(state);
  }

  /** What is read in from elsewhere may turn {@code -e} on. */
  private static Set<ScriptEnd> sourced(String file, ShellState state, ScriptPlace place) {
    ShellState after = state.after(true);
    if (!file.endsWith("sh")) {
      return place.handling() ? either(state) : next(after);
    }
    ShellOptions stopping = new ShellOptions(true, true);
    return Set.of(new ScriptEnd(after, Flow.NEXT), new ScriptEnd(after.with(stopping), Flow.NEXT));
  }

  private static ShellState trapped(List<String> call, ShellState state) {
    String action = call.size() > 1 && !call.get(1).equals("-") ? call.get(1) : "";
    boolean atExit = call.contains("EXIT") || call.contains("0");
    boolean atError = call.contains("ERR");
    return state.withTraps(
        atExit ? action : state.exitTrap(), atError ? action : state.errorTrap());
  }

  private static ShellState assigned(
      List<String> words, ShellState before, ShellState substituted) {
    ShellState after = substituted;
    boolean asks = false;
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        String value = word.substring(equals + 1);
        Optional<String> known =
            Substitutions.in(word).isEmpty() ? before.valueOf(value) : Optional.empty();
        after = after.with(word.substring(0, equals), known);
        asks |= !Substitutions.in(word).isEmpty();
      }
    }
    return asks ? after.after(substituted.good(), substituted.blamed()) : after.after(true);
  }

  private static Set<ScriptEnd> next(ShellState state) {
    return Set.of(new ScriptEnd(state, Flow.NEXT));
  }

  private static Set<ScriptEnd> either(ShellState state) {
    return Set.of(
        new ScriptEnd(state.after(true), Flow.NEXT), new ScriptEnd(state.after(false), Flow.NEXT));
  }
}
