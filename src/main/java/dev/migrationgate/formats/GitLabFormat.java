package dev.migrationgate.formats;

import dev.migrationgate.check.Report;
import dev.migrationgate.check.ReportedFinding;
import dev.migrationgate.check.ReportedFinding.Location;
import dev.migrationgate.check.ReportedFinding.Position;
import dev.migrationgate.rules.Severity;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** GitLab's Code Quality report, which it shows in merge requests. */
public final class GitLabFormat implements ReportFormat {

  @Override
  public String write(Report report) {
    ArrayNode issues = Json.array();
    for (ReportedFinding finding : report.findings()) {
      ObjectNode issue = issues.addObject();
      issue.put("description", finding.message());
      issue.put("check_name", finding.rule());
      issue.put("fingerprint", finding.fingerprint());
      issue.put("severity", severity(finding.severity()));
      ObjectNode location = issue.putObject("location");
      location.put("path", finding.location().map(Location::path).orElse("."));
      location
          .putObject("lines")
          .put(
              "begin",
              finding.location().flatMap(Location::position).map(Position::line).orElse(1));
    }
    return Json.write(issues);
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "critical";
      case WARNING -> "minor";
      case INFO -> "info";
    };
  }
}
