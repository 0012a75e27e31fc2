package dev.migrationgate.terminal;

import java.util.ArrayList;
import java.util.List;

/** Text in lines of its own, for a terminal that may be narrower. */
public final class Lines {
  private static final String DEEPER = "  ";

  private Lines() {}

  /**
   * The text in lines that fit, broken at spaces; what goes on stands two columns further right.
   */
  public static String fitted(String text, Terminal terminal) {
    List<String> all = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      add(terminal.printable(line), terminal.width(), all);
    }
    return String.join("\n", all);
  }

  private static void add(String line, int width, List<String> all) {
    if (Columns.of(line) <= width) {
      all.add(line);
      return;
    }
    int start = 0;
    while (start < line.length() && line.charAt(start) == ' ') {
      start++;
    }
    String indent = line.substring(0, start);
    List<String> parts = Columns.wrapped(line.substring(start), width - start - DEEPER.length());
    for (int i = 0; i < parts.size(); i++) {
      all.add(i == 0 ? indent + parts.get(i) : indent + DEEPER + parts.get(i));
    }
  }
}
