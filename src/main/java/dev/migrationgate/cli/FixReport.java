package dev.migrationgate.cli;

import dev.migrationgate.report.TextReport;
import dev.migrationgate.rules.Finding;
import dev.migrationgate.rules.FixSettings;
import dev.migrationgate.rules.Severity;
import dev.migrationgate.run.Function;
import dev.migrationgate.run.Repair;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What became of the findings, for a person. */
final class FixReport {
  /** Lines: what two builds share is told once. */
  private final Set<String> mended = new LinkedHashSet<>();

  private final Set<String> refused = new LinkedHashSet<>();
  private final Set<String> left = new LinkedHashSet<>();
  private final Set<String> errors = new LinkedHashSet<>();

  FixReport(List<Repair> repairs, FixSettings asked) {
    for (Repair repair : repairs) {
      for (Finding finding : repair.judgement().findings()) {
        String line = TextReport.line(finding, true, repair.redactor());
        boolean error = finding.severity() == Severity.ERROR;
        if (finding.fixed()) {
          mended.add(line);
        } else if (finding.fix().isPresent() && asked.asksFor(finding.rule())) {
          refused.add(line);
        } else if (error) {
          left.add(line);
        }
        if (error) {
          errors.add(line);
        }
      }
    }
  }

  /** 0 where no error is left. */
  int exitCode() {
    return errors.isEmpty() ? Function.CLEAN : Function.FINDINGS;
  }

  /**
   * Each finding that was mended, that was to be and was not, and each error that is left.
   *
   * @param files how many files change
   * @param planned true where nothing was written
   */
  String text(int files, boolean planned) {
    StringBuilder text = new StringBuilder();
    add(planned ? "to be mended:" : "mended:", mended, text);
    add("not mended:", refused, text);
    add("errors left for you:", left, text);
    return text.append(count(files, "file"))
        .append(planned ? " to change; " : " changed; ")
        .append(count(mended.size(), "finding"))
        .append(planned ? " to be mended, " : " mended, ")
        .append(refused.size())
        .append(" not mended; ")
        .append(count(errors.size(), "error"))
        .append(" left\n")
        .toString();
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static void add(String title, Set<String> lines, StringBuilder text) {
    if (!lines.isEmpty()) {
      text.append(title).append('\n');
      lines.forEach(line -> text.append("  ").append(line).append('\n'));
      text.append('\n');
    }
  }
}
