package dev.migrationgate.pattern.shell;

/**
 * Where a command of a script stands.
 *
 * @param checked true where something looks at its status, so that the shell goes on
 * @param handling true where it runs because the command in question failed
 * @param piped true behind a pipe
 * @param calls how many functions are being called
 */
record ScriptPlace(boolean checked, boolean handling, boolean piped, int calls) {
  static final ScriptPlace FIRST = new ScriptPlace(false, false, false, 0);

  ScriptPlace inCondition() {
    return new ScriptPlace(true, handling, piped, calls);
  }

  /** Where something runs because of how a command has ended. */
  ScriptPlace behind(ShellState state) {
    return new ScriptPlace(checked, handling || state.blamed(), piped, calls);
  }

  ScriptPlace behindPipe(boolean isPiped) {
    return new ScriptPlace(checked, handling, isPiped, calls);
  }

  ScriptPlace inFunction() {
    return new ScriptPlace(checked, handling, piped, calls + 1);
  }
}
