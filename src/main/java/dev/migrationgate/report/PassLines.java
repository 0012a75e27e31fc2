package dev.migrationgate.report;

/**
 * Finds the passwords of {@code .pgpass}: {@code host:port:database:user:password}, a line each.
 */
final class PassLines {
  private static final int FIELDS = 4;

  private PassLines() {}

  /** Adds them. */
  static void add(String text, Spans spans) {
    int start = 0;
    while (start < text.length()) {
      int end = start;
      while (end < text.length() && !ends(text.charAt(end))) {
        end++;
      }
      add(text, start, end, spans);
      start = end + 1;
    }
  }

  private static void add(String text, int start, int end, Spans spans) {
    int field = 0;
    int from = start;
    for (int i = start; i < end && field < FIELDS; i++) {
      if (text.charAt(i) == ':') {
        if (!isField(text, from, i, field == 1)) {
          return;
        }
        field++;
        from = i + 1;
      }
    }
    if (field == FIELDS && from < end) {
      spans.add(from, end);
    }
  }

  /** A port is a number, all else a name; each may be a star. */
  private static boolean isField(String text, int start, int end, boolean port) {
    if (end - start == 1 && text.charAt(start) == '*') {
      return true;
    }
    boolean letter = false;
    boolean digits = end > start;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      letter |= Character.isLetter(c);
      digits &= Character.isDigit(c);
      if (!Character.isLetterOrDigit(c) && "._-".indexOf(c) < 0) {
        return false;
      }
    }
    return port ? digits : letter || isAddress(text, start, end);
  }

  private static boolean isAddress(String text, int start, int end) {
    return end > start && text.substring(start, end).indexOf('.') > 0;
  }

  private static boolean ends(char c) {
    return Character.isWhitespace(c) || c == '"' || c == '\'' || c == '\\';
  }
}
