package dev.migrationgate.growth;

/**
 * A text that is as long as one asks for.
 *
 * @param before what it starts with
 * @param unit what it repeats
 * @param behind what it ends with
 */
public record Hostile(String before, String unit, String behind) {
  /** Nothing but this, again and again. */
  public static Hostile of(String unit) {
    return new Hostile("", unit, "");
  }

  /** This again and again, and behind it what makes a matcher give it all back. */
  public static Hostile of(String unit, String behind) {
    return new Hostile("", unit, behind);
  }

  /** This text with about so many characters. */
  public String ofLength(int length) {
    return before + unit.repeat(length / unit.length() + 1) + behind;
  }

  @Override
  public String toString() {
    String text = before + unit + "…" + behind;
    return text.replace("\n", "\\n").replace("\t", "\\t");
  }
}
