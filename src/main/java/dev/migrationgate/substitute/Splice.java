package dev.migrationgate.substitute;

/**
 * The replacement of a stretch of a scalar's value: an expression, an escape, or a name.
 *
 * @param start where the stretch starts in the value as written
 * @param end where it ends
 * @param text what it becomes
 * @param isValue true for the value of an expression, which may be sanitised where it stands in a
 *     name
 * @param secret true when the text must not be spoken
 */
record Splice(int start, int end, String text, boolean isValue, boolean secret)
    implements Comparable<Splice> {
  @Override
  public int compareTo(Splice other) {
    return Integer.compare(start, other.start);
  }

  Splice withText(String newText) {
    return new Splice(start, end, newText, isValue, secret);
  }

  /** True when the other stretch lies inside this one. */
  boolean covers(Splice other) {
    return start <= other.start && other.end <= end;
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
