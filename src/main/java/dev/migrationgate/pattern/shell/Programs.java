package dev.migrationgate.pattern.shell;

import java.util.Set;

/** What is known of how programs end. */
final class Programs {
  /** Programs that end well whatever happened before. */
  static final Set<String> CALM =
      Set.of(":", "true", "echo", "printf", "sleep", "date", "pwd", "tee", "ts", "umask", "shopt");

  /** The same for what only reads its input. */
  static final Set<String> FILTERS = Set.of("cat", "sed", "tr", "nl", "fold", "awk");

  /** Programs that tell something by how they end, or of which nobody knows whom they hit. */
  static final Set<String> OPEN =
      Set.of(
          "((", "let", "expr", "read", "grep", "egrep", "fgrep", "diff", "cmp", "pgrep", "type",
          "which", "hash", "getopts", "eval", "pkill", "killall", "fg", "-v");

  /** Programs that look at nothing, and mend nothing, when something failed. */
  static final Set<String> BYSTANDERS =
      Set.of(
          "cat",
          "ls",
          "rm",
          "touch",
          "mkdir",
          "cp",
          "mv",
          "tail",
          "head",
          "curl",
          "wget",
          "env",
          "printenv",
          "ps",
          "df",
          "cd",
          "sed",
          "awk");

  /** What may set variables, and ends well. */
  static final Set<String> DECLARATIONS =
      Set.of("export", "local", "declare", "readonly", "typeset", "alias");

  private Programs() {}
}
