package dev.migrationgate.substitute;

import dev.migrationgate.substitute.Operator.Replace;
import dev.migrationgate.substitute.Operator.Replace.Occurrence;

/**
 * <code>${V/pattern/replacement}</code> and its kin; the pattern is a literal text (fluxcd/pkg
 * envsubst, 2026-07).
 */
final class Replacing {
  /** Replacements can nest, each multiplying the length: no manifest needs as much as this. */
  static final int MAX_LENGTH = 1 << 24;

  private Replacing() {}

  static Outcome of(Replace replace, String value, String pattern, String replacement) {
    boolean anchored =
        replace.occurrence() == Occurrence.PREFIX || replace.occurrence() == Occurrence.SUFFIX;
    if (anchored && replace.replacement().parts().isEmpty()) {
      return new Outcome.Failed(
          replace.occurrence() == Occurrence.PREFIX
              ? "Flux removes nothing with /#; write ${V#prefix}"
              : "Flux removes nothing with /%; write ${V%suffix}");
    }
    if (pattern.length() > Trimming.LONGEST_PATTERN) {
      return Trimming.tooLong();
    }
    return switch (replace.occurrence()) {
      case FIRST -> at(value.indexOf(pattern), value, pattern, replacement);
      case PREFIX -> at(value.startsWith(pattern) ? 0 : -1, value, pattern, replacement);
      case SUFFIX ->
          at(
              value.endsWith(pattern) ? value.length() - pattern.length() : -1,
              value,
              pattern,
              replacement);
      case ALL -> all(value, pattern, replacement);
    };
  }

  private static Outcome at(int index, String value, String pattern, String replacement) {
    if (index < 0) {
      return new Outcome.Value(value);
    }
    return new Outcome.Value(
        value.substring(0, index) + replacement + value.substring(index + pattern.length()));
  }

  private static Outcome all(String value, String pattern, String replacement) {
    StringBuilder text = new StringBuilder();
    int copied = 0;
    int match = value.indexOf(pattern);
    while (match >= 0) {
      text.append(value, copied, match).append(replacement);
      copied = match + pattern.length();
      if (text.length() + value.length() - copied > MAX_LENGTH) {
        return new Outcome.Failed("the replaced text is longer than " + MAX_LENGTH + " characters");
      }
      // The empty pattern stands before, between and after all characters.
      int next = pattern.isEmpty() ? following(value, match) : copied;
      match = next > value.length() ? -1 : value.indexOf(pattern, next);
    }
    return new Outcome.Value(text.append(value, copied, value.length()).toString());
  }

  private static int following(String value, int index) {
    return index == value.length() ? index + 1 : value.offsetByCodePoints(index, 1);
  }
}
