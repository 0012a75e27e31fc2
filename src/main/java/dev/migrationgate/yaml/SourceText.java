package dev.migrationgate.yaml;

import java.util.Arrays;

/** The text of one input. */
public final class SourceText {
  private final String name;
  private final String text;

  /** Where each line starts, found when somebody first asks. */
  private int[] lineStarts = {};

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
    if (lineStarts.length == 0) {
      lineStarts = findLines();
    }
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
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
    return text.codePointCount(lineStart(offset), offset) + 1;
  }

  /** The column of a node's first character, from 0. */
  int columnOf(Node node) {
    return column(node.start()) - 1;
  }

  /** The column of the dash before an item of a block sequence, from 0. */
  int dashColumn(Node item) {
    return column(dashOf(item)) - 1;
  }

  /** The offset of the dash before an item of a block sequence. */
  int dashOf(Node item) {
    int line = lineStart(item.start());
    while (true) {
      int last = -1;
      for (int at = line; at < text.length() && at < item.start() && !isBreak(at); at++) {
        char c = text.charAt(at);
        boolean dash =
            c == '-' && (at + 1 == text.length() || " \t\r\n".indexOf(text.charAt(at + 1)) >= 0);
        if (dash) {
          last = at;
        } else if (c != ' ') {
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
    return c == '\n'
        || (c == '\r' && (offset + 1 == text.length() || text.charAt(offset + 1) != '\n'));
  }
}
