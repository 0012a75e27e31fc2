package dev.migrationgate.pattern.shell;

/** The commands of a script of which it is asked what becomes of their failure. */
public interface FailingCommands {
  /** True for one of them. */
  boolean include(ShellCommand command);

  /** True where they end with 0 all the same. */
  default boolean endWell() {
    return false;
  }
}
