package dev.migrationgate.yaml;

/**
 * A place in a text of YAML, and the ways to go on from it. It expects the characters that
 * manifests are written in, and throws {@link Unusual} at others.
 */
final class Cursor {
  private final String text;
  private int at;
  private int line;

  Cursor(String text) {
    this.text = text;
  }

  /** What only the full parser can read, or refuse. Thrown, for it may lie at any depth. */
  static final class Unusual extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unusual() {
      super(null, null, false, false);
    }
  }

  static void expect(boolean usual) {
    if (!usual) {
      throw new Unusual();
    }
  }

  /** Control characters, line separators and surrogates are not: some are no YAML. */
  static void expectUsual(char c) {
    if ((c < ' ' || c > '~')
        && (c <= '\u00A0' || c == '\u2028' || c == '\u2029' || c >= '\uD800')) {
      throw new Unusual();
    }
  }

  // --- where this is

  int at() {
    return at;
  }

  int line() {
    return line;
  }

  int column() {
    return at - line;
  }

  char current() {
    expect(at < text.length());
    return text.charAt(at);
  }

  /** True behind the last token of a document. */
  boolean hasEnded() {
    return at == text.length() || isMarker();
  }

  boolean isAtEnd() {
    return at == text.length();
  }

  boolean isMarker() {
    if (at != line) {
      return false;
    }
    expect(!text.startsWith("...", at));
    return text.startsWith("---", at) && (is('\n', at + 3) || is(' ', at + 3));
  }

  boolean isDash() {
    return is('-', at) && isSpace(at + 1);
  }

  boolean isColon() {
    return is(':', at) && isSpace(at + 1);
  }

  boolean is(char c, int offset) {
    return offset < text.length() && text.charAt(offset) == c;
  }

  /** True for the text's end, too. */
  boolean isSpace(int offset) {
    return offset >= text.length() || text.charAt(offset) == ' ' || text.charAt(offset) == '\n';
  }

  // --- going on

  /** To a place in the same line. */
  void moveTo(int offset) {
    at = offset;
  }

  void moveToLine(int offset) {
    at = offset;
    line = offset;
  }

  /** To the next token. */
  void skip() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\n') {
        moveToLine(at + 1);
      } else if (c == '#') {
        expect(at == line || is(' ', at - 1));
        at = lineEnd(at);
      } else if (c == ' ') {
        at++;
      } else {
        return;
      }
    }
  }

  void skipSpaces() {
    while (is(' ', at)) {
      at++;
    }
  }

  /** To the next line; nothing but a comment may be left in this one. */
  void finishLine() {
    int end = at;
    skipSpaces();
    if (is('#', at)) {
      expect(at > end);
      at = lineEnd(at);
    }
    if (at < text.length()) {
      expect(is('\n', at));
      moveToLine(at + 1);
    }
  }

  /** Where the line of an offset ends. */
  int lineEnd(int offset) {
    int end = offset;
    while (end < text.length() && text.charAt(end) != '\n') {
      if (text.charAt(end) != '\t') {
        expectUsual(text.charAt(end));
      }
      end++;
    }
    return end;
  }
}
