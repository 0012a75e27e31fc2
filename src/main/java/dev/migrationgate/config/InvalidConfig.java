package dev.migrationgate.config;

import dev.migrationgate.yaml.OneLine;

/** A functionConfig that cannot be used. The message is one line: where, what, and what to do. */
public final class InvalidConfig extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidConfig(String message) {
    super(OneLine.of(message), null, false, false);
  }
}
