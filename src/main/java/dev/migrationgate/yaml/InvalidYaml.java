package dev.migrationgate.yaml;

/** Input that cannot be read as YAML. The message is one line: where, what, and what to do. */
public final class InvalidYaml extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidYaml(String message) {
    super(OneLine.of(message), null, false, false);
  }

  /** A complaint about one place of a text. */
  public static InvalidYaml at(SourceText source, int offset, String message) {
    return new InvalidYaml(
        source.name() + ":" + source.line(offset) + ":" + source.column(offset) + ": " + message);
  }
}
