package dev.migrationgate.yaml;

/**
 * The text of one input.
 *
 * @param name what to call it in messages: a file's path as the user gave it, or {@code stdin}
 */
public record SourceText(String name, String text) {

  /** The line in which an offset lies, from 1. */
  public int line(int offset) {
    int line = 1;
    for (int i = 0; i < offset; i++) {
      if (isBreak(i)) {
        line++;
      }
    }
    return line;
  }

  /** The column of an offset in its line, in characters, from 1. */
  public int column(int offset) {
    return text.codePointCount(lineStart(offset), offset) + 1;
  }

  /** Where the line of an offset starts. */
  public int lineStart(int offset) {
    int start = offset;
    while (start > 0 && !isBreak(start - 1)) {
      start--;
    }
    return start;
  }

  /** Where the next line starts, or the text's end. */
  public int nextLine(int offset) {
    int next = offset;
    while (next < text.length() && !isBreak(next)) {
      next++;
    }
    return Math.min(next + 1, text.length());
  }

  /** The line break of the text's first line; {@code "\n"} where it has none. */
  public String lineBreak() {
    int first = text.indexOf('\n');
    return first > 0 && text.charAt(first - 1) == '\r' ? "\r\n" : "\n";
  }

  private boolean isBreak(int offset) {
    char c = text.charAt(offset);
    return c == '\n' || (c == '\r' && (offset + 1 == text.length() || text.charAt(offset + 1) != '\n'));
  }
}
