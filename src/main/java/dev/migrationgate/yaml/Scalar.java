package dev.migrationgate.yaml;

/**
 * A scalar.
 *
 * @param value what the scalar says, after substitution where that has happened
 * @param written what the source says; equal to {@code value} where nothing was substituted
 * @param style how it is written
 * @param tag its explicit tag, empty when there is none
 * @param start where its text starts, behind anchor and tag
 * @param end where its text ends; a block scalar's includes the trailing line breaks
 */
public record Scalar(String value, String written, Style style, String tag, int start, int end)
    implements Node {

  /** How a scalar is written. */
  public enum Style {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    LITERAL,
    FOLDED;

    /** True for {@code |} and {@code >}. */
    public boolean isBlock() {
      return this == LITERAL || this == FOLDED;
    }
  }

  /** True for an empty value, {@code ~} and {@code null}, unquoted. */
  public boolean isNull() {
    if (style != Style.PLAIN || !tag.isEmpty()) {
      return false;
    }
    return switch (value) {
      case "", "~", "null", "Null", "NULL" -> true;
      default -> false;
    };
  }

  /** True when some YAML parser reads this scalar as something else than its text. */
  public boolean isRetyped() {
    return style == Style.PLAIN && tag.isEmpty() && !PlainScalar.isStringEverywhere(value);
  }

  /** The same scalar, whose value was made of a template that stands elsewhere. */
  public Scalar madeOf(String template, String newValue) {
    return new Scalar(newValue, template, style, tag, start, end);
  }

  /** The same scalar with another value. */
  public Scalar withValue(String newValue) {
    return new Scalar(newValue, written, style, tag, start, end);
  }
}
