package dev.migrationgate.substitute;

/**
 * The replacement of one expression in a scalar's value.
 *
 * @param start where the expression starts in the value as written
 * @param end where it ends
 * @param text what it becomes
 * @param isName true when {@code text} may be sanitised where it stands in a name
 */
record Splice(int start, int end, String text, boolean isName) {
  Splice withText(String newText) {
    return new Splice(start, end, newText, isName);
  }

  /** The value with all splices made. */
  static String apply(String value, Iterable<Splice> splices) {
    StringBuilder result = new StringBuilder(value.length());
    int at = 0;
    for (Splice splice : splices) {
      result.append(value, at, splice.start()).append(splice.text());
      at = splice.end();
    }
    return result.append(value, at, value.length()).toString();
  }
}
