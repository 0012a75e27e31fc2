package dev.migrationgate.terminal;

import java.util.ArrayList;
import java.util.List;

/** Styled words that are broken into lines; what stands together without a space stays together. */
final class Paragraph {
  private record Run(String text, Style style) {}

  private final List<List<Run>> words = new ArrayList<>();
  private boolean open;

  /** Adds text; only its spaces and line breaks may become the ends of lines. */
  void add(String text, Style style) {
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      boolean end = i == text.length();
      if (end || isSpace(text.charAt(i))) {
        if (i > start) {
          append(new Run(text.substring(start, i), style));
        }
        open &= end;
        start = i + 1;
      }
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  private void append(Run run) {
    if (!open) {
      words.add(new ArrayList<>());
    }
    words.get(words.size() - 1).add(run);
    open = true;
  }

  /** The lines, none wider than the width unless a single word is. */
  List<String> lines(Terminal terminal, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int column = 0;
    for (List<Run> word : words) {
      int length = length(word, terminal);
      if (column > 0 && column + 1 + length > width) {
        lines.add(line.toString());
        line.setLength(0);
        column = 0;
      }
      if (column > 0) {
        line.append(' ');
        column++;
      }
      for (Run run : word) {
        line.append(terminal.styled(run.style(), terminal.printable(run.text())));
      }
      column += length;
    }
    if (column > 0) {
      lines.add(line.toString());
    }
    return lines;
  }

  private static int length(List<Run> word, Terminal terminal) {
    int length = 0;
    for (Run run : word) {
      length += Columns.of(terminal.printable(run.text()));
    }
    return length;
  }

  /** How wide it is on one line. */
  int width(Terminal terminal) {
    int width = Math.max(words.size() - 1, 0);
    for (List<Run> word : words) {
      width += length(word, terminal);
    }
    return width;
  }
}
