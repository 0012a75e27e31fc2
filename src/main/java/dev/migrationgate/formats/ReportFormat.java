package dev.migrationgate.formats;

import dev.migrationgate.check.Report;

/** One form in which a report can be written. */
public interface ReportFormat {

  /** The whole report, with a line break at its end. */
  String write(Report report);
}
