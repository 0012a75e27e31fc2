package dev.migrationgate.report;

/** Finds values that stand in what only looks as if it took them from elsewhere. */
final class Literals {
  private static final String DEFAULT = "default ";

  /** How far an expression is followed: one that is longer is taken for a value. */
  private static final int LONGEST = 1000;

  private Literals() {}

  /**
   * Where an expression ends that holds its value itself, as <code>{{ .Values.password | default
   * "hunter2" }}</code> and {@code $(echo hunter2)} do; the start where none stands.
   */
  static int end(String text, int start) {
    if (text.startsWith("{{", start)) {
      return endOfTemplate(text, start);
    }
    if (text.startsWith("$(echo ", start) || text.startsWith("$(printf ", start)) {
      return endOfCommand(text, start);
    }
    return start;
  }

  private static int endOfTemplate(String text, int start) {
    int end = onLine(text, start, "}}");
    if (end < 0) {
      return start;
    }
    String expression = text.substring(start + 2, end);
    boolean literal = isLiteral(expression, expression.startsWith("-") ? 1 : 0);
    int at = expression.indexOf(DEFAULT);
    while (at >= 0) {
      literal |= isLiteral(expression, at + DEFAULT.length());
      at = expression.indexOf(DEFAULT, at + 1);
    }
    return literal ? end + 2 : start;
  }

  private static int endOfCommand(String text, int start) {
    int end = onLine(text, start, ")");
    return end < 0 || text.substring(start + 1, end).indexOf('$') >= 0 ? start : end + 1;
  }

  private static boolean isLiteral(String text, int start) {
    int at = start;
    while (at < text.length() && "\\ ".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at + 1 < text.length()
        && "\"'`".indexOf(text.charAt(at)) >= 0
        && "\\\"'`".indexOf(text.charAt(at + 1)) < 0;
  }

  private static int onLine(String text, int start, String close) {
    int last = Math.min(text.length(), start + LONGEST);
    for (int i = start; i < last && text.charAt(i) != '\n'; i++) {
      if (text.startsWith(close, i)) {
        return i;
      }
    }
    return -1;
  }
}
