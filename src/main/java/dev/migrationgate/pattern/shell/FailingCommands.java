package dev.migrationgate.pattern.shell;

/** The commands of a script of which it is asked what becomes of their failure. */
public interface FailingCommands {
  /** True for one of them. */
  boolean include(ShellCommand command);
}
