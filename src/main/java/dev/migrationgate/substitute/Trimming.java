package dev.migrationgate.substitute;

import dev.migrationgate.substitute.Operator.Trim;
import java.util.Optional;

/** <code>${V#glob}</code> and its kin (fluxcd/pkg envsubst, 2026-07). */
final class Trimming {
  /** Matching takes text times pattern, and no name, tag or path needs as much as this. */
  static final int LONGEST_PATTERN = 1024;

  private Trimming() {}

  static Outcome of(Trim trim, String value, String pattern) {
    boolean suffix = trim.end() == Trim.End.SUFFIX;
    if (suffix && (pattern.indexOf('[') >= 0 || pattern.indexOf('\\') >= 0)) {
      return new Outcome.Failed(
          "Flux reads the pattern after % backwards, where [ ] and \\ do not mean what they say");
    }
    if (pattern.length() > LONGEST_PATTERN) {
      return tooLong();
    }
    Optional<Glob> glob = GlobParser.parse(pattern);
    if (glob.isEmpty()) {
      return new Outcome.Failed("\"" + pattern + "\" is no pattern, and Flux would trim nothing");
    }
    if (glob.get().mayStopInsideCharacter() && !isAscii(value)) {
      return new Outcome.Failed(
          "Flux matches wildcards byte by byte and may cut a character in half");
    }
    if (suffix) {
      String mirrored = new StringBuilder(value).reverse().toString();
      int matched = glob.get().reversed().prefixLength(mirrored, trim.longest());
      return new Outcome.Value(value.substring(0, value.length() - matched));
    }
    return new Outcome.Value(value.substring(glob.get().prefixLength(value, trim.longest())));
  }

  static Outcome tooLong() {
    return new Outcome.Failed(
        "the pattern is longer than " + LONGEST_PATTERN + " characters; shorten it");
  }

  private static boolean isAscii(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
