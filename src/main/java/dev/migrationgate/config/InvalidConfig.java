package dev.migrationgate.config;

/** A functionConfig that cannot be used. The message is one line: where, what, and what to do. */
public final class InvalidConfig extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidConfig(String message) {
    super(message, null, false, false);
  }
}
