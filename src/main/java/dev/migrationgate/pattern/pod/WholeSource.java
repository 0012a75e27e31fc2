package dev.migrationgate.pattern.pod;

/**
 * A whole ConfigMap or Secret whose keys the input does not tell.
 *
 * @param optional true when the container starts without it, too
 */
public record WholeSource(String kind, String name, String prefix, boolean optional) {
  public String text() {
    return kind + " " + name;
  }

  /** True when both read the same keys under the same names. */
  public boolean isSame(WholeSource other) {
    return kind.equals(other.kind) && name.equals(other.name) && prefix.equals(other.prefix);
  }
}
