package dev.migrationgate.fix;

/** A change that the text does not take; the message says why, and follows {@code not mended:}. */
public final class CannotChange extends RuntimeException {
  private static final long serialVersionUID = 1;

  CannotChange(String message) {
    super(message, null, false, false);
  }
}
