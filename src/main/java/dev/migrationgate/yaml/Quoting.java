package dev.migrationgate.yaml;

/** Writes a string as a quoted scalar on one line, valid in YAML 1.1 and 1.2. */
public final class Quoting {
  private Quoting() {}

  /**
   * The string as a double-quoted scalar.
   *
   * <p>What YAML cannot hold as it is gets escaped, and so does what a reader could not see or
   * would take for a line break. An unpaired surrogate is escaped too: some parsers read it back,
   * the others refuse it loudly.
   */
  public static String doubleQuoted(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (Printable.onOneLine(c)) {
            quoted.appendCodePoint(c);
          } else {
            appendEscape(quoted, c);
          }
        }
      }
      i += Character.charCount(c);
    }
    return quoted.append('"').toString();
  }

  /** The string as a single-quoted scalar; as a double-quoted one where those cannot hold it. */
  public static String singleQuoted(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (!Printable.onOneLine(text.codePointAt(i))) {
        return doubleQuoted(text);
      }
    }
    return "'" + text.replace("'", "''") + "'";
  }

  private static void appendEscape(StringBuilder quoted, int c) {
    String hex = Integer.toHexString(c);
    boolean isShort = c <= 0xFF;
    quoted.append(isShort ? "\\x" : "\\u");
    for (int digits = hex.length(); digits < (isShort ? 2 : 4); digits++) {
      quoted.append('0');
    }
    quoted.append(hex);
  }
}
