package dev.migrationgate.formats;

import dev.migrationgate.check.Report;
import dev.migrationgate.check.ReportedFinding;
import dev.migrationgate.check.ReportedFinding.Excerpt;
import dev.migrationgate.check.ReportedFinding.Location;
import dev.migrationgate.check.ReportedFinding.Position;
import dev.migrationgate.check.ReportedFinding.ResourceId;
import dev.migrationgate.pages.RulePage;
import dev.migrationgate.rules.Rules;
import dev.migrationgate.rules.Severity;
import dev.migrationgate.terminal.Columns;
import dev.migrationgate.terminal.Style;
import dev.migrationgate.terminal.Terminal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * For people: by file, line and column, with the line itself, what one would see in the cluster,
 * what to do, and a closing line that is always there.
 */
public final class TextFormat implements ReportFormat {
  private static final String INDENT = "    ";
  private static final String ELLIPSIS = "...";

  private final Terminal terminal;
  private final Set<String> explained = new HashSet<>();

  public TextFormat(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public String write(Report report) {
    StringBuilder text = new StringBuilder();
    String file = "";
    for (ReportedFinding finding : report.findings()) {
      String next = finding.location().map(Location::path).orElse("");
      if (!next.equals(file)) {
        text.append(terminal.styled(Style.BOLD, terminal.printable(next))).append('\n');
        file = next;
      }
      append(finding, text);
    }
    return text.append(closing(report)).append('\n').toString();
  }

  /** What was found, in one line; "nothing found" must not look like "everything proven". */
  public static String closing(Report report) {
    Report.Summary summary = report.summary();
    StringBuilder line = new StringBuilder();
    line.append(count(report.migrations().size(), "migration")).append(", ");
    line.append(count(summary.workloads(), "workload")).append(", ");
    line.append(count(summary.provenGates(), "proven gate")).append("; ");
    line.append(count(report.count(Severity.ERROR), "error")).append(", ");
    line.append(count(report.count(Severity.WARNING), "warning"));
    appendIf(report.count(Severity.INFO), " info", line);
    appendIf(summary.suppressed(), " suppressed", line);
    appendIf(report.known(), " known to the baseline", line);
    appendIf(summary.templates().size(), " skipped as template", line);
    appendIf(summary.unreadable().size(), " not readable", line);
    return line.toString();
  }

  private static void appendIf(int number, String what, StringBuilder line) {
    if (number > 0) {
      line.append(what.equals(" info") ? ", " : "; ").append(number).append(what);
    }
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private void append(ReportedFinding finding, StringBuilder text) {
    Optional<Position> position = finding.location().flatMap(Location::position);
    text.append("  ")
        .append(terminal.styled(styleOf(finding.severity()), finding.severity().id()))
        .append(' ')
        .append(finding.rule());
    position.ifPresent(at -> text.append(" at ").append(at.line()).append(':').append(at.column()));
    text.append('\n');
    String about =
        (finding.resource().map(ResourceId::text).orElse("")
                + " "
                + finding.field().map(ReportedFinding.FieldValue::path).orElse(""))
            .strip();
    wrap("", about, text, false);
    position
        .filter(at -> !at.excerpt().text().isBlank())
        .ifPresent(at -> excerpt(at.line(), at.excerpt(), finding, text));
    wrap("", finding.problem(), text, false);
    wrap("do: ", finding.remedy(), text, false);
    if (explained.add(finding.rule())) {
      Rules.named(finding.rule())
          .map(rule -> RulePage.of(rule).symptom())
          .ifPresent(symptom -> append(symptom, text));
    }
    text.append('\n');
  }

  private void append(RulePage.Symptom symptom, StringBuilder text) {
    wrap("in the cluster: ", symptom.words(), text, true);
    int width = terminal.width() - 2 * INDENT.length();
    for (String line : symptom.example()) {
      String shown =
          line.length() <= width ? line : line.substring(0, width - ELLIPSIS.length()) + ELLIPSIS;
      text.append((INDENT + INDENT + terminal.styled(Style.FAINT, shown)).stripTrailing())
          .append('\n');
    }
  }

  /** How a severity stands out. */
  public static Style styleOf(Severity severity) {
    return switch (severity) {
      case ERROR -> Style.RED;
      case WARNING -> Style.YELLOW;
      case INFO -> Style.CYAN;
    };
  }

  /** The line with a caret below it, cut where it does not fit. */
  private void excerpt(int lineNumber, Excerpt at, ReportedFinding finding, StringBuilder text) {
    String number = Integer.toString(lineNumber);
    String gutter = INDENT + number + " | ";
    int room = Math.max(terminal.width() - gutter.length(), 20);
    int[] line = at.text().codePoints().toArray();
    int column = Math.min(at.column() - 1, line.length);
    int indentation = indentation(line);
    // Deep indentation goes first; a caret far to the right takes the start of its line along.
    int from = Math.min(indentation, column);
    if (column - from > room / 2) {
      from = Math.max(column - room / 2, 0);
    }
    int to = Math.min(line.length, from + room);
    String shown = new String(line, from, to - from);
    if (to < line.length && shown.length() > ELLIPSIS.length()) {
      shown = shown.substring(0, shown.length() - ELLIPSIS.length()) + ELLIPSIS;
    }
    int carets = Math.max(Math.min(at.length(), to - column), 1);
    text.append(terminal.styled(Style.FAINT, gutter))
        .append(terminal.printable(shown).stripTrailing())
        .append('\n');
    text.append(terminal.styled(Style.FAINT, INDENT + " ".repeat(number.length()) + " | "));
    text.append(" ".repeat(column - from))
        .append(terminal.styled(styleOf(finding.severity()), "^".repeat(carets)))
        .append('\n');
  }

  private static int indentation(int[] line) {
    int indentation = 0;
    while (indentation < line.length && line[indentation] == ' ') {
      indentation++;
    }
    return indentation;
  }

  private void wrap(String label, String words, StringBuilder text, boolean faint) {
    if (words.isBlank()) {
      return;
    }
    for (String line :
        Columns.wrapped(terminal.printable(label + words), terminal.width() - INDENT.length())) {
      text.append(INDENT).append(faint ? terminal.styled(Style.FAINT, line) : line).append('\n');
    }
  }
}
