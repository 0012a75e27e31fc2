package dev.migrationgate.pattern.shell;

import dev.migrationgate.pattern.shell.ScriptCommands.Unclear;
import java.util.Optional;

/** How a script keeps to itself that one of its commands failed. */
public enum HiddenError {
  /** It ends well itself. */
  IN_COMMAND,
  /** What stands behind {@code ||} ends well. */
  BEHIND_OR,
  /** Another command of the pipe tells how it ended. */
  IN_PIPE,
  /** It runs in the background, and nothing asks how it ended. */
  IN_BACKGROUND,
  /** The branch for its failure ends well. */
  IN_CONDITION,
  /** The loop around it gives up, and ends well. */
  IN_LOOP,
  /** The script goes on to its next command. */
  IN_SEQUENCE,
  /**
   * It gets lost where {@code -e} would not keep it: in a trap, a called function, an expansion.
   */
  ELSEWHERE;

  /**
   * What is known of a script.
   *
   * @param certain true where it ends well after each failure; otherwise its last commands may fail
   *     for reasons of their own
   */
  public record Found(HiddenError how, boolean certain) {}

  /**
   * Looks whether a script ends well although some of its commands failed; empty where it fails,
   * where it never ends, and where nobody can tell.
   *
   * @param script what was read of the text
   */
  public static Optional<Found> in(
      ShellNode script, String text, ShellOptions options, FailingCommands failing) {
    boolean certain = endsWell(script, options, failing, false);
    if (!certain && !endsWell(script, options, failing, true)) {
      return Optional.empty();
    }
    if (failing.endWell()) {
      return Optional.of(new Found(IN_COMMAND, certain));
    }
    boolean pipesFail = options.pipesFail() || text.contains("pipefail");
    ShellOptions stopping = new ShellOptions(true, options.pipesFail());
    boolean stops = !text.contains("+e") && !endsWell(script, stopping, failing, true);
    HiddenError outer = stops ? IN_SEQUENCE : ELSEWHERE;
    Search search = new Search(failing, pipesFail, stops);
    HiddenError how = search.around(script, outer).orElse(ELSEWHERE);
    return Optional.of(new Found(how, certain));
  }

  private static boolean endsWell(
      ShellNode script, ShellOptions options, FailingCommands failing, boolean hopeful) {
    boolean failed = false;
    try {
      for (ShellState end : new ScriptRun(failing, hopeful).of(script, options)) {
        failed |= end.failed();
        if (end.failed() && !end.good()) {
          return false;
        }
      }
    } catch (Unclear e) {
      return false;
    }
    return failed;
  }

  /**
   * Looks for what takes a status away.
   *
   * @param pipesFail true where pipes keep it
   * @param stops true where {@code -e} would keep it
   */
  private record Search(FailingCommands failing, boolean pipesFail, boolean stops) {

    /** What stands nearest around the first of the commands. */
    Optional<HiddenError> around(ShellNode node, HiddenError outer) {
      if (node instanceof ShellNode.Simple simple) {
        return failing.include(simple.command()) ? Optional.of(outer) : Optional.empty();
      }
      for (int i = 0; i < node.children().size(); i++) {
        Optional<HiddenError> found = around(node.children().get(i), inside(node, i, outer));
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }

    private HiddenError inside(ShellNode node, int i, HiddenError outer) {
      boolean last = i == node.children().size() - 1;
      if (node instanceof ShellNode.AndOr list) {
        return list.and() || last ? outer : BEHIND_OR;
      } else if (node instanceof ShellNode.Pipeline) {
        return last || pipesFail ? outer : IN_PIPE;
      } else if (node instanceof ShellNode.Background) {
        return IN_BACKGROUND;
      } else if (node instanceof ShellNode.If) {
        return i == 0 ? IN_CONDITION : outer;
      } else if (node instanceof ShellNode.Loop) {
        return stops ? outer : IN_LOOP;
      }
      return outer;
    }
  }
}
