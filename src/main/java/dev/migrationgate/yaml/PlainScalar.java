package dev.migrationgate.yaml;

/** What YAML parsers make of a plain scalar. */
public final class PlainScalar {
  private PlainScalar() {}

  /**
   * True when sigs.k8s.io/yaml 1.6 (go-yaml v2), go-yaml v3 and kustomize all read the plain scalar
   * as the very string.
   */
  public static boolean isStringEverywhere(String text) {
    return false;
  }

  /**
   * True when the text can stand as a plain scalar on one line, in block or flow context, and is
   * read back as exactly this string by all of them.
   */
  public static boolean canBePlain(String text, boolean inFlow) {
    return false;
  }

  /** True for what all parsers read as the same integer, so that an integer field may hold it. */
  public static boolean isInteger(String text) {
    return false;
  }

  /** True for {@code true} and {@code false}, which alone are booleans to all parsers. */
  public static boolean isBoolean(String text) {
    return text.equals("true") || text.equals("false");
  }
}
