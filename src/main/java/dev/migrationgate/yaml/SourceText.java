package dev.migrationgate.yaml;

import java.util.Arrays;

/** The text of one input. */
public final class SourceText {
  /** So far a walk along a line goes; past it all lines are found, or the way is counted once. */
  private static final int NEAR = 1024;

  private final String name;
  private final String text;

  /** Where each line starts, found when somebody first asks. */
  private int[] lineStarts = {};

  /** How many characters stand before each {@code NEAR}th UTF-16 unit, counted when needed. */
  private int[] characters = {};

  /**
   * @param name what to call it in messages: a file's path as the user gave it, or {@code stdin}
   */
  public SourceText(String name, String text) {
    this.name = name;
    this.text = text;
  }

  public String name() {
    return name;
  }

  public String text() {
    return text;
  }

  /** The line in which an offset lies, from 1. */
  public int line(int offset) {
    int found = Arrays.binarySearch(lineStarts(), offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  private int[] lineStarts() {
    if (lineStarts.length == 0) {
      lineStarts = findLines();
    }
    return lineStarts;
  }

  private int[] findLines() {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      if (isBreak(i)) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count] = i + 1;
        count++;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  /** The column of an offset in its line, in characters, from 1. */
  public int column(int offset) {
    int start = lineStart(offset);
    int before =
        offset - start <= NEAR
            ? text.codePointCount(start, offset)
            : charactersBefore(offset) - charactersBefore(start);
    return before + 1;
  }

  private int charactersBefore(int offset) {
    if (characters.length == 0) {
      characters = countCharacters();
    }
    int near = offset / NEAR;
    return characters[near] + text.codePointCount(whole(near), offset);
  }

  private int[] countCharacters() {
    int[] counts = new int[text.length() / NEAR + 1];
    for (int i = 1; i < counts.length; i++) {
      counts[i] = counts[i - 1] + text.codePointCount(whole(i - 1), whole(i));
    }
    return counts;
  }

  /** The offset of the {@code NEAR}th unit, or the one before where that is half a character. */
  private int whole(int near) {
    int offset = near * NEAR;
    boolean half =
        offset > 0
            && offset < text.length()
            && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
    return half ? offset - 1 : offset;
  }

  /** The column of a node's first character, from 0. */
  int columnOf(Node node) {
    return column(node.start()) - 1;
  }

  /** The column of the dash before an item of a block sequence, from 0. */
  int dashColumn(Node item) {
    return column(dashOf(item)) - 1;
  }

  /**
   * The offset of the dash before an item of a block sequence, which may stand on another line and
   * behind the marks of a complex key, as in {@code : - item}.
   */
  int dashOf(Node item) {
    int line = lineStart(item.start());
    while (true) {
      int last = -1;
      for (int at = line; at < text.length() && at < item.start() && !isBreak(at); at++) {
        char c = text.charAt(at);
        boolean apart = at + 1 == text.length() || " \t\r\n".indexOf(text.charAt(at + 1)) >= 0;
        if (c == '-' && apart) {
          last = at;
        } else if (c != ' ' && !(apart && (c == '?' || c == ':'))) {
          break;
        }
      }
      if (last >= 0) {
        return last;
      }
      line = lineStart(line - 1);
    }
  }

  /** Where the line of an offset starts. */
  public int lineStart(int offset) {
    int start = offset;
    int near = Math.max(offset - NEAR, 0);
    while (start > near && !isBreak(start - 1)) {
      start--;
    }
    return start > near || start == 0 ? start : lineStarts()[line(offset) - 1];
  }

  /** True where only blanks stand before an offset in its line. */
  boolean isFirstOnLine(int offset) {
    int line = lineStart(offset);
    int at = offset;
    while (at > line && Character.isWhitespace(text.charAt(at - 1))) {
      at--;
    }
    return at == line;
  }

  /** Where the next line starts, or the text's end. */
  public int nextLine(int offset) {
    int next = offset;
    int near = Math.min(offset + NEAR, text.length());
    while (next < near && !isBreak(next)) {
      next++;
    }
    if (next < near || next == text.length()) {
      return Math.min(next + 1, text.length());
    }
    int line = line(offset);
    return line < lineStarts().length ? lineStarts()[line] : text.length();
  }

  /** The line break of the text's first line; {@code "\n"} where it has none. */
  public String lineBreak() {
    int first = text.indexOf('\n');
    return first > 0 && text.charAt(first - 1) == '\r' ? "\r\n" : "\n";
  }

  private boolean isBreak(int offset) {
    char c = text.charAt(offset);
    return c == '\n'
        || (c == '\r' && (offset + 1 == text.length() || text.charAt(offset + 1) != '\n'));
  }
}
