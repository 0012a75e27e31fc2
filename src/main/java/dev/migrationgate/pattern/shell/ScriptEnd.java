package dev.migrationgate.pattern.shell;

/** One way that a command of a script may end. */
record ScriptEnd(ShellState state, Flow flow) {
  /** How the shell goes on. */
  enum Flow {
    NEXT,
    EXIT,
    RETURN,
    BREAK,
    CONTINUE
  }
}
