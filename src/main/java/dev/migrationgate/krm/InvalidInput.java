package dev.migrationgate.krm;

import dev.migrationgate.yaml.OneLine;

/** Input that is YAML but cannot be used. The message is one line: where, what, and what to do. */
public final class InvalidInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidInput(String message) {
    super(OneLine.of(message), null, false, false);
  }
}
