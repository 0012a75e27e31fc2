package dev.migrationgate.yaml;

/**
 * Text of the input on a terminal or in a log: one line, in which nothing moves the cursor, changes
 * a colour, or makes the rest read in another order (CWE-150, CVE-2021-42574).
 */
public final class OneLine {
  private OneLine() {}

  /**
   * The text without carriage returns, with line feeds as spaces, and other control characters as a
   * YAML string writes them: <code>&#92;u001b</code>.
   */
  public static String of(String text) {
    StringBuilder line = null;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (!isPlain(c) && line == null) {
        line = new StringBuilder(text.length() + 8).append(text, 0, at);
      }
      if (line != null) {
        append(c, line);
      }
    }
    return line == null ? text : line.toString();
  }

  private static void append(char c, StringBuilder line) {
    if (isPlain(c)) {
      line.append(c);
    } else if (c == '\n') {
      line.append(' ');
    } else if (c != '\r') {
      String hex = Integer.toHexString(c);
      line.append("\\u").append("0000", 0, 4 - hex.length()).append(hex);
    }
  }

  private static boolean isPlain(char c) {
    return c >= ' ' && c < 0x7F
        || c == '\t'
        || c > 0x9F && !(c >= 0x2028 && c <= 0x202E) && !(c >= 0x2066 && c <= 0x2069);
  }
}
