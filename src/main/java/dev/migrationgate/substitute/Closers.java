package dev.migrationgate.substitute;

/**
 * Which {@code }} closes which <code>${</code>, by counting alone.
 *
 * <p>Found for all of a text in one pass: searching anew for each malformed expression would make a
 * row of unclosed ones take quadratic time.
 */
final class Closers {
  private final int[] closerOf;

  private Closers(int[] closerOf) {
    this.closerOf = closerOf;
  }

  static Closers of(String text) {
    int[] closerOf = new int[text.length()];
    // The openings that still wait for their brace, chained through closerOf as -2 - outer.
    int innermost = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '$' && i + 1 < text.length() && text.charAt(i + 1) == '{') {
        closerOf[i] = -2 - innermost;
        innermost = i;
      } else if (c == '}' && innermost >= 0) {
        int outer = -2 - closerOf[innermost];
        closerOf[innermost] = i;
        innermost = outer;
      }
    }
    return new Closers(closerOf);
  }

  boolean isClosed(int start) {
    return closerOf[start] > start;
  }

  /** The end, exclusive, of the expression that opens at {@code start}, closed or not. */
  int endOf(int start) {
    return isClosed(start) ? closerOf[start] + 1 : start + 2;
  }
}
