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

  // A record's own are made when they are first called, which takes as long as half a small run.
  @Override
  public boolean equals(Object other) {
    return other instanceof ScriptEnd that && flow == that.flow && state.equals(that.state);
  }

  @Override
  public int hashCode() {
    return 31 * state.hashCode() + flow.ordinal();
  }
}
