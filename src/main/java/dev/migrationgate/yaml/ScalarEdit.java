package dev.migrationgate.yaml;

/**
 * Writes another text into a scalar: in its own quotes where it has some, and nothing around it.
 */
public final class ScalarEdit {
  private ScalarEdit() {}

  /**
   * The edit after which every YAML parser reads the scalar as this very string.
   *
   * @param scalar where it stands; an empty value has its place right behind the colon, which a
   *     flow mapping may leave out; behind a {@code ?} there must be one
   * @param text one line
   * @param inFlow true inside of brackets or braces
   */
  public static Edit of(SourceText source, Scalar scalar, String text, boolean inFlow) {
    String written = write(scalar, text, inFlow);
    boolean isMissing = scalar.start() == scalar.end();
    int end = scalar.style().isBlock() ? contentEnd(source, scalar) : scalar.end();
    if (!isMissing) {
      return new Edit(scalar.start(), end, written);
    }
    boolean colon = !inFlow || isBehindColon(source.text(), scalar.start());
    return new Edit(scalar.start(), end, (colon ? " " : ": ") + written);
  }

  /** An anchor and a tag may stand in between. */
  private static boolean isBehindColon(String text, int offset) {
    int start = offset;
    int end;
    do {
      end = start;
      while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
        end--;
      }
      start = end;
      while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
        start--;
      }
    } while (start < end && (text.charAt(start) == '&' || text.charAt(start) == '!'));
    return end > 0 && text.charAt(end - 1) == ':';
  }

  private static String write(Scalar scalar, String text, boolean inFlow) {
    return switch (scalar.style()) {
      case PLAIN -> PlainScalar.canBePlain(text, inFlow) ? text : Quoting.doubleQuoted(text);
      case SINGLE_QUOTED -> Quoting.singleQuoted(text);
      case DOUBLE_QUOTED, LITERAL, FOLDED -> Quoting.doubleQuoted(text);
    };
  }

  /** A block scalar's range takes in the line breaks behind it, and those stay. */
  private static int contentEnd(SourceText source, Scalar scalar) {
    int end = scalar.end();
    while (end > scalar.start() && Character.isWhitespace(source.text().charAt(end - 1))) {
      end--;
    }
    return end;
  }
}
