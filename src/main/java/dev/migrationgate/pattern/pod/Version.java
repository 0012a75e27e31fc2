package dev.migrationgate.pattern.pod;

import java.util.Locale;

/** Compares texts that people write as versions. */
public final class Version {
  private static final int SHORTEST_COMMIT = 7;

  /** The longest tag that a registry takes. */
  private static final int LONGEST = 128;

  private Version() {}

  /**
   * True when both are releases ({@code v1.4.0}, {@code 1-4-0}) or both are commits, and one is not
   * the other shortened. Everything else says nothing.
   */
  public static boolean differ(String one, String other) {
    if (one.length() > LONGEST || other.length() > LONGEST) {
      return false;
    }
    String first = plain(one);
    String second = plain(other);
    boolean sameKind =
        isRelease(first) && isRelease(second) && isDate(first) == isDate(second)
            || isCommit(first) && isCommit(second);
    return sameKind && !first.contains(second) && !second.contains(first);
  }

  private static String plain(String version) {
    String lower = version.toLowerCase(Locale.ROOT);
    String bare = lower.startsWith("v") ? lower.substring(1) : lower;
    return bare.replace('.', '-').replace('_', '-').replace('+', '-');
  }

  /** Two numbers, and whatever follows. */
  private static boolean isRelease(String plain) {
    int dash = plain.indexOf('-');
    return dash > 0
        && dash + 1 < plain.length()
        && isNumber(plain.substring(0, dash))
        && Character.isDigit(plain.charAt(dash + 1));
  }

  private static boolean isDate(String plain) {
    return plain.indexOf('-') >= 4;
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isCommit(String plain) {
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f')) {
        return false;
      }
    }
    return plain.length() >= SHORTEST_COMMIT && !isNumber(plain);
  }
}
