package dev.migrationgate.formats;

import dev.migrationgate.check.Report;
import dev.migrationgate.check.ReportedFinding;
import dev.migrationgate.check.ReportedFinding.Location;
import dev.migrationgate.check.ReportedFinding.Position;
import dev.migrationgate.rules.Severity;
import java.util.Optional;

/** Workflow commands, which GitHub Actions shows at the lines of a pull request. */
public final class GitHubFormat implements ReportFormat {

  @Override
  public String write(Report report) {
    StringBuilder text = new StringBuilder();
    report.findings().forEach(finding -> append(finding, text));
    for (String line : report.summary().unreadable()) {
      text.append("::error title=not readable::").append(data(line)).append('\n');
    }
    return text.append(TextFormat.closing(report)).append('\n').toString();
  }

  private static void append(ReportedFinding finding, StringBuilder text) {
    text.append("::").append(command(finding.severity())).append(' ');
    Optional<Location> location = finding.location();
    location.ifPresent(at -> text.append("file=").append(property(at.path())).append(','));
    location
        .flatMap(Location::position)
        .ifPresent(at ->
            text.append("line=")
                .append(at.line())
                .append(",col=")
                .append(at.column())
                .append(",endColumn=")
                .append(end(at))
                .append(','));
    text.append("title=").append(property(finding.rule())).append("::");
    text.append(data(finding.message())).append('\n');
  }

  private static int end(Position at) {
    return at.column() + at.length();
  }

  private static String command(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "notice";
    };
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
