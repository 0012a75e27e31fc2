package dev.migrationgate.check;

import dev.migrationgate.rules.Severity;
import java.util.List;
import java.util.Optional;

/**
 * What is told of a run. Nothing in it is secret any more.
 *
 * @param findings by file, then by line
 * @param known how many findings were left out because a baseline knows them
 */
public record Report(
    List<ReportedFinding> findings,
    List<ReportedMigration> migrations,
    Summary summary,
    int known) {
  public Report {
    findings = List.copyOf(findings);
    migrations = List.copyOf(migrations);
  }

  /**
   * What was looked at.
   *
   * @param unreadable what is no YAML or cannot be read, one line each
   * @param templates the files that were skipped because something must render them first
   * @param notes what was passed over, one line each
   */
  public record Summary(
      int builds,
      int files,
      int workloads,
      int provenGates,
      int suppressed,
      List<String> unreadable,
      List<String> templates,
      List<String> notes) {
    public Summary {
      unreadable = List.copyOf(unreadable);
      templates = List.copyOf(templates);
      notes = List.copyOf(notes);
    }
  }

  /** How many findings have this severity. */
  public int count(Severity severity) {
    return (int) findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  /** True when a finding is as bad as this or worse. */
  public boolean reaches(Severity severity) {
    return findings.stream().anyMatch(finding -> finding.severity().compareTo(severity) <= 0);
  }

  /** The same without findings that are known already. */
  Report without(List<ReportedFinding> left, int leftOut) {
    return new Report(left, migrations, summary, leftOut);
  }

  /** The worst severity told, none where nothing is. */
  public Optional<Severity> worst() {
    return findings.stream().map(ReportedFinding::severity).min(Severity::compareTo);
  }
}
