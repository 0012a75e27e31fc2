package dev.migrationgate.formats;

import dev.migrationgate.rules.Severity;
import dev.migrationgate.terminal.Terminal;
import java.util.Locale;
import java.util.Optional;

/** The forms in which a report can be written. */
public enum Format {
  TEXT,
  JSON,
  SARIF,
  JUNIT,
  GITLAB,
  GITHUB;

  /** The word on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * What writes it.
   *
   * @param terminal for what people read
   * @param failOn the severity from which a finding fails the run, empty for none
   */
  public ReportFormat writer(Terminal terminal, Optional<Severity> failOn) {
    return switch (this) {
      case TEXT -> new TextFormat(terminal);
      case JSON -> new JsonFormat();
      case SARIF -> new SarifFormat();
      case JUNIT -> new JUnitFormat(failOn);
      case GITLAB -> new GitLabFormat();
      case GITHUB -> new GitHubFormat();
    };
  }

  @Override
  public String toString() {
    return id();
  }
}
