package dev.migrationgate.rules;

import java.util.Optional;

/** How bad a finding is, worst first. */
public enum Severity {
  ERROR("error"),
  WARNING("warning"),
  INFO("info");

  private final String id;

  Severity(String id) {
    this.id = id;
  }

  /** The word in results, reports and configuration. */
  public String id() {
    return id;
  }

  /** The severity of that word. */
  public static Optional<Severity> named(String id) {
    for (Severity severity : values()) {
      if (severity.id.equals(id)) {
        return Optional.of(severity);
      }
    }
    return Optional.empty();
  }
}
