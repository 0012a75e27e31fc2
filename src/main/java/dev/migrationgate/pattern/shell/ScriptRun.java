package dev.migrationgate.pattern.shell;

import dev.migrationgate.pattern.shell.ScriptCommands.Unclear;
import dev.migrationgate.pattern.shell.ScriptEnd.Flow;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Runs a script in mind, on every way that it may take, where some of its commands fail each time
 * (POSIX.1-2017, 2.8 to 2.14). What stands before their failure goes well.
 */
final class ScriptRun {
  private static final int LONGEST = 4000;
  private static final int DEEPEST_CALLS = 8;

  private final ScriptCommands commands;
  private final Map<String, ShellNode> functions = new HashMap<>();
  private int steps;

  ScriptRun(FailingCommands failing, boolean hopeful) {
    this.commands = new ScriptCommands(this, failing, hopeful);
  }

  /** All ways in which a script may end. */
  Set<ShellState> of(ShellNode script, ShellOptions options) throws Unclear {
    return shell(script, ShellState.first(options), ScriptPlace.FIRST);
  }

  /** What a shell of its own comes to. */
  Set<ShellState> shell(ShellNode script, ShellState state, ScriptPlace place) throws Unclear {
    define(script);
    Set<ShellState> ends = new LinkedHashSet<>();
    for (ScriptEnd end : run(script, state.withTraps("", state.errorTrap()), place)) {
      String trap = end.state().exitTrap();
      if (trap.isEmpty()) {
        ends.add(end.state());
        continue;
      }
      for (ScriptEnd last :
          run(commands.parse(trap), end.state().withTraps("", ""), ScriptPlace.FIRST)) {
        boolean exits = last.flow() == Flow.EXIT;
        ends.add(exits ? last.state() : end.state());
      }
    }
    return ends;
  }

  private void define(ShellNode node) throws Unclear {
    if (node instanceof ShellNode.Function function) {
      ShellNode before = functions.put(function.name(), function.body());
      if (before != null && before != function.body()) {
        throw new Unclear();
      }
    }
    for (ShellNode child : node.children()) {
      define(child);
    }
  }

  Set<ScriptEnd> run(ShellNode node, ShellState state, ScriptPlace place) throws Unclear {
    steps++;
    if (steps > LONGEST) {
      throw new Unclear();
    }
    if (node instanceof ShellNode.Simple simple) {
      return settle(commands.run(simple.command(), state, place), place);
    } else if (node instanceof ShellNode.Sequence sequence) {
      return sequence(sequence.steps(), state, place);
    } else if (node instanceof ShellNode.AndOr list) {
      return andOr(list, state, place);
    } else if (node instanceof ShellNode.Pipeline pipeline) {
      return settle(pipeline(pipeline.parts(), state, place), place);
    } else if (node instanceof ShellNode.Not not) {
      return not(not.body(), state, place);
    } else if (node instanceof ShellNode.If choice) {
      return choice(choice, state, place);
    } else if (node instanceof ShellNode.Case choice) {
      return cases(choice, state, place);
    } else if (node instanceof ShellNode.Loop loop) {
      return loop(loop, state, place);
    } else if (node instanceof ShellNode.Subshell subshell) {
      return settle(subshell(subshell.body(), state, place), place);
    } else if (node instanceof ShellNode.Background background) {
      return background(background.body(), state, place);
    }
    return Set.of(new ScriptEnd(state.after(true), Flow.NEXT));
  }

  /** Calls a function, empty where none has this name. */
  Set<ScriptEnd> call(String name, ShellState state, ScriptPlace place) throws Unclear {
    ShellNode body = functions.get(name);
    if (body == null) {
      return Set.of();
    }
    if (place.calls() == DEEPEST_CALLS) {
      throw new Unclear();
    }
    Set<ScriptEnd> ends = new LinkedHashSet<>();
    for (ScriptEnd end : run(body, state, place.inFunction())) {
      ends.add(end.flow() == Flow.RETURN ? new ScriptEnd(end.state(), Flow.NEXT) : end);
    }
    return ends;
  }

  Set<ScriptEnd> subshell(ShellNode body, ShellState state, ScriptPlace place) throws Unclear {
    Set<ScriptEnd> ends = new LinkedHashSet<>();
    for (ShellState end : shell(body, state, place)) {
      ends.add(new ScriptEnd(state.afterSubshell(end), Flow.NEXT));
    }
    return ends;
  }

  /** What an error does where nothing looks at it: the trap, and the end of the script. */
  private Set<ScriptEnd> settle(Set<ScriptEnd> ends, ScriptPlace place) throws Unclear {
    if (place.checked()) {
      return ends;
    }
    Set<ScriptEnd> settled = new LinkedHashSet<>();
    for (ScriptEnd end : ends) {
      ShellState state = end.state();
      if (end.flow() != Flow.NEXT || state.good()) {
        settled.add(end);
        continue;
      }
      Flow flow = state.options().stopsAtErrors() ? Flow.EXIT : Flow.NEXT;
      if (state.errorTrap().isEmpty()) {
        settled.add(new ScriptEnd(state, flow));
        continue;
      }
      ShellState trapped = state.withTraps(state.exitTrap(), "");
      for (ScriptEnd last : run(commands.parse(state.errorTrap()), trapped, place.inCondition())) {
        settled.add(last.flow() == Flow.EXIT ? last : new ScriptEnd(state, flow));
      }
    }
    return settled;
  }

  private Set<ScriptEnd> sequence(List<ShellNode> nodes, ShellState state, ScriptPlace place)
      throws Unclear {
    Set<ScriptEnd> ends = Set.of(new ScriptEnd(state.after(true, state.blamed()), Flow.NEXT));
    ends = nodes.isEmpty() ? ends : Set.of(new ScriptEnd(state, Flow.NEXT));
    for (ShellNode node : nodes) {
      Set<ScriptEnd> next = new LinkedHashSet<>();
      for (ScriptEnd end : ends) {
        if (end.flow() == Flow.NEXT) {
          next.addAll(run(node, end.state(), place));
        } else {
          next.add(end);
        }
      }
      ends = next;
    }
    return ends;
  }

  private Set<ScriptEnd> andOr(ShellNode.AndOr list, ShellState state, ScriptPlace place)
      throws Unclear {
    Set<ScriptEnd> ends = new LinkedHashSet<>();
    for (ScriptEnd left : run(list.left(), state, place.inCondition())) {
      boolean stays = left.flow() != Flow.NEXT || left.state().good() != list.and();
      if (stays) {
        ends.add(left);
      } else {
        ends.addAll(run(list.right(), left.state(), place.behind(left.state())));
      }
    }
    return ends;
  }

  private Set<ScriptEnd> pipeline(List<ShellNode> parts, ShellState state, ScriptPlace place)
      throws Unclear {
    Set<ShellState> ends = Set.of(state.after(true));
    for (ShellNode part : parts) {
      Set<ShellState> next = new LinkedHashSet<>();
      for (ShellState before : ends) {
        for (ShellState end : shell(part, before, place.behindPipe(part != parts.get(0)))) {
          ShellState after = before.afterSubshell(end);
          boolean keeps = state.options().pipesFail() && !before.good();
          next.add(keeps && end.good() ? after.after(false, before.blamed()) : after);
        }
      }
      ends = next;
    }
    Set<ScriptEnd> all = new LinkedHashSet<>();
    for (ShellState end : ends) {
      all.add(new ScriptEnd(end, Flow.NEXT));
    }
    return all;
  }

  private Set<ScriptEnd> not(ShellNode body, ShellState state, ScriptPlace place) throws Unclear {
    Set<ScriptEnd> ends = new LinkedHashSet<>();
    for (ScriptEnd end : run(body, state, place.inCondition())) {
      ShellState after = end.state();
      boolean next = end.flow() == Flow.NEXT;
      ends.add(next ? new ScriptEnd(after.after(!after.good(), after.blamed()), Flow.NEXT) : end);
    }
    return ends;
  }

  private Set<ScriptEnd> choice(ShellNode.If choice, ShellState state, ScriptPlace place)
      throws Unclear {
    Set<ScriptEnd> ends = new LinkedHashSet<>();
    for (ScriptEnd asked : run(choice.condition(), state, place.inCondition())) {
      if (asked.flow() == Flow.NEXT) {
        ShellNode branch = asked.state().good() ? choice.then() : choice.otherwise();
        ends.addAll(run(branch, asked.state(), place.behind(asked.state())));
      } else {
        ends.add(asked);
      }
    }
    return ends;
  }

  private Set<ScriptEnd> cases(ShellNode.Case choice, ShellState state, ScriptPlace place)
      throws Unclear {
    Set<ScriptEnd> ends = new LinkedHashSet<>();
    for (ShellNode branch : choice.branches()) {
      ends.addAll(run(branch, state, place));
    }
    if (!choice.exhaustive()) {
      ends.add(new ScriptEnd(state.after(true), Flow.NEXT));
    }
    return ends;
  }

  /** Goes round until nothing new comes of it. The status is that of the body's last command. */
  private Set<ScriptEnd> loop(ShellNode.Loop loop, ShellState state, ScriptPlace place)
      throws Unclear {
    Set<ScriptEnd> ends = new LinkedHashSet<>();
    Set<ShellState> seen = new LinkedHashSet<>();
    Deque<ShellState> rounds = new ArrayDeque<>(List.of(state));
    boolean first = true;
    while (!rounds.isEmpty()) {
      ShellState round = rounds.pop();
      if (!first && !seen.add(round)) {
        continue;
      }
      boolean good = first || round.good();
      first = false;
      for (ScriptEnd asked : run(loop.condition(), round, place.inCondition())) {
        if (asked.flow() != Flow.NEXT) {
          leave(asked, ends, rounds);
        } else if (asked.state().good() == loop.until()) {
          ends.add(new ScriptEnd(asked.state().after(good, round.blamed()), Flow.NEXT));
        } else {
          for (ScriptEnd end : run(loop.body(), asked.state(), place.behind(asked.state()))) {
            leave(end, ends, rounds);
          }
        }
      }
    }
    return ends;
  }

  /** What the end of a round leads to: another round, or what stands behind the loop. */
  private static void leave(ScriptEnd end, Set<ScriptEnd> ends, Deque<ShellState> rounds) {
    switch (end.flow()) {
      case NEXT, CONTINUE -> rounds.push(end.state());
      case BREAK -> ends.add(new ScriptEnd(end.state(), Flow.NEXT));
      default -> ends.add(end);
    }
  }

  private Set<ScriptEnd> background(ShellNode body, ShellState state, ScriptPlace place)
      throws Unclear {
    Set<ScriptEnd> ends = new LinkedHashSet<>();
    for (ShellState end : shell(body, state, place)) {
      ShellState after = state.afterSubshell(end).after(true);
      ends.add(new ScriptEnd(after.with("!", commands.job(end)), Flow.NEXT));
    }
    if (ends.isEmpty()) {
      ends.add(new ScriptEnd(state.after(true).with("!", Optional.empty()), Flow.NEXT));
    }
    return ends;
  }
}
