package dev.migrationgate.cli;

import dev.migrationgate.check.Report;
import dev.migrationgate.files.AtomicFile;
import dev.migrationgate.formats.Format;
import dev.migrationgate.krm.InvalidInput;
import dev.migrationgate.rules.Severity;
import dev.migrationgate.terminal.Terminal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Writes one report in all the forms that are asked for: at most one of them to stdout. */
final class ReportWriter {
  private static final Terminal FILE = new Terminal(80, false, true);

  private final List<ReportOption> reports;

  private ReportWriter(List<ReportOption> reports) {
    this.reports = reports;
  }

  /**
   * Checks what is asked for, before any work is done for it.
   *
   * @throws InvalidInput when two reports would go to one place
   */
  static ReportWriter of(List<ReportOption> asked) {
    List<ReportOption> reports = asked.isEmpty() ? List.of(new ReportOption()) : asked;
    if (reports.stream().filter(report -> report.output == null).count() > 1) {
      throw new InvalidInput("two reports for stdout; give all but one of them an --output FILE");
    }
    long files = reports.stream().filter(report -> report.output != null).count();
    if (reports.stream()
            .map(report -> report.output)
            .filter(file -> file != null)
            .map(file -> file.toAbsolutePath().normalize())
            .distinct()
            .count()
        < files) {
      throw new InvalidInput("two reports for one --output FILE; give each its own");
    }
    return new ReportWriter(reports);
  }

  /** True when people get to read the report on stdout. */
  boolean showsText() {
    return reports.stream()
        .anyMatch(report -> report.output == null && report.format == Format.TEXT);
  }

  /** True when one of the forms carries what mends a finding. */
  boolean carriesFixes() {
    return reports.stream().anyMatch(report -> report.format == Format.SARIF);
  }

  /**
   * @param fitted makes lines of the last line, for those who read it on stdout
   */
  void write(
      Report report,
      Optional<Severity> failOn,
      Terminal terminal,
      UnaryOperator<String> fitted,
      OutputStream out)
      throws IOException {
    for (ReportOption option : reports) {
      if (option.output == null) {
        String text = option.format.writer(terminal, failOn).write(report);
        boolean forPeople = option.format == Format.TEXT;
        int last = forPeople ? text.lastIndexOf('\n', text.length() - 2) + 1 : text.length();
        String end = text.substring(last);
        String shown = text.substring(0, last) + (forPeople ? fitted.apply(end) : end);
        out.write(shown.getBytes(StandardCharsets.UTF_8));
        out.flush();
      } else {
        AtomicFile.write(
            option.output,
            option.format.writer(FILE, failOn).write(report).getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
