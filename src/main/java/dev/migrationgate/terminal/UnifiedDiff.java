package dev.migrationgate.terminal;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What changed in a file, as {@code diff -u} and {@code git diff} write it. */
public final class UnifiedDiff {
  private static final int CONTEXT = 3;
  private static final String NO_LINE_BREAK = "\n\\ No newline at end of file";

  private final Terminal terminal;
  private final UnaryOperator<String> mask;

  /**
   * @param mask takes what is secret out of a line
   */
  public UnifiedDiff(Terminal terminal, UnaryOperator<String> mask) {
    this.terminal = terminal;
    this.mask = mask;
  }

  /**
   * The difference, empty where there is none.
   *
   * @param file its path, with slashes
   */
  public String of(String file, String before, String after) {
    List<String> old = lines(before);
    List<String> written =
        UnifiedDiffUtils.generateUnifiedDiff(
            "a/" + file, "b/" + file, old, DiffUtils.diff(old, lines(after)), CONTEXT);
    StringBuilder diff = new StringBuilder();
    for (int i = 0; i < written.size(); i++) {
      String line = written.get(i);
      diff.append(i < 2 ? terminal.styled(Style.BOLD, line) : shown(line)).append('\n');
    }
    return diff.toString();
  }

  private String shown(String line) {
    if (line.startsWith("@@")) {
      return terminal.styled(Style.CYAN, line);
    }
    String masked = line.isEmpty() ? line : line.charAt(0) + mask.apply(line.substring(1));
    if (line.startsWith("+")) {
      return terminal.styled(Style.GREEN, masked);
    }
    return line.startsWith("-") ? terminal.styled(Style.RED, masked) : masked;
  }

  /** A last line without a line break is another line than the same one with it. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      lines.add(text.substring(start, end));
      start = end + 1;
    }
    if (start < text.length()) {
      lines.add(text.substring(start) + NO_LINE_BREAK);
    }
    return lines;
  }
}
