package dev.migrationgate.terminal;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;

/** What changed in a file, as {@code diff -u} and {@code git diff} write it. */
public final class UnifiedDiff {
  private static final int CONTEXT = 3;
  private static final String NO_LINE_BREAK = "\n\\ No newline at end of file";

  private final Terminal terminal;

  public UnifiedDiff(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * A file before or after.
   *
   * @param text what it holds
   * @param shown the same as people may see it, line by line
   */
  public record Side(String text, String shown) {}

  /**
   * The difference, empty where there is none.
   *
   * @param file its path, with slashes
   */
  public String of(String file, Side before, Side after) {
    List<String> old = lines(before.text());
    List<String> oldShown = lines(before.shown());
    List<String> newShown = lines(after.shown());
    List<String> written =
        UnifiedDiffUtils.generateUnifiedDiff(
            "a/" + file, "b/" + file, old, DiffUtils.diff(old, lines(after.text())), CONTEXT);
    StringBuilder diff = new StringBuilder();
    int oldAt = 0;
    int newAt = 0;
    for (int i = 0; i < written.size(); i++) {
      String line = written.get(i);
      String shown;
      if (i < 2) {
        shown = terminal.styled(Style.BOLD, line);
      } else if (line.startsWith("@@")) {
        oldAt = firstLine(line, '-');
        newAt = firstLine(line, '+');
        shown = terminal.styled(Style.CYAN, line);
      } else if (line.startsWith("+")) {
        shown = terminal.styled(Style.GREEN, "+" + newShown.get(newAt++));
      } else if (line.startsWith("-")) {
        shown = terminal.styled(Style.RED, "-" + oldShown.get(oldAt++));
      } else {
        shown = " " + oldShown.get(oldAt++);
        newAt++;
      }
      diff.append(shown).append('\n');
    }
    return diff.toString();
  }

  /** The index of a hunk's first line, of {@code @@ -12,7 +12,8 @@}. */
  private static int firstLine(String hunk, char side) {
    int start = hunk.indexOf(side) + 1;
    int end = start;
    while (Character.isDigit(hunk.charAt(end))) {
      end++;
    }
    return Math.max(Integer.parseInt(hunk.substring(start, end)) - 1, 0);
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
