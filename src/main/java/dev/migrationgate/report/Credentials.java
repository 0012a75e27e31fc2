package dev.migrationgate.report;

/** Masks the credentials that a text shows in URLs and in what databases take for addresses. */
public final class Credentials {
  private static final String MASK = "***";
  private static final String SCHEME = "://";

  /** What stands before the digest of an image is a tag. */
  private static final String DIGEST = "sha";

  private Credentials() {}

  /**
   * The text without the user and password of {@code scheme://user:password@host}, and without the
   * password of {@code user:password@host}.
   */
  public static String masked(String text) {
    if (text.indexOf('@') < 0) {
      return text;
    }
    return withoutPasswords(withoutUsers(text));
  }

  private static String withoutUsers(String text) {
    String masked = text;
    int scheme = masked.indexOf(SCHEME);
    while (scheme >= 0) {
      int start = scheme + SCHEME.length();
      int at = lastAt(masked, start);
      if (at >= 0) {
        masked = masked.substring(0, start) + MASK + masked.substring(at);
      }
      scheme = masked.indexOf(SCHEME, start);
    }
    return masked;
  }

  /** A password may hold slashes and more at signs, written by who knows no better. */
  private static int lastAt(String text, int start) {
    int at = -1;
    for (int end = start; end < text.length() && !endsUrl(text.charAt(end)); end++) {
      char c = text.charAt(end);
      if (c == '/' && at >= 0) {
        break;
      }
      if (c == '@') {
        at = end;
      }
    }
    return at;
  }

  private static boolean endsUrl(char c) {
    return Character.isWhitespace(c) || c == '"' || c == '<' || c == '>';
  }

  private static String withoutPasswords(String text) {
    StringBuilder masked = new StringBuilder(text.length());
    int copied = 0;
    for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      int colon = text.lastIndexOf(':', at);
      if (colon >= copied && isPassword(text, colon, at)) {
        masked.append(text, copied, colon + 1).append(MASK);
        copied = at;
      }
    }
    return masked.append(text, copied, text.length()).toString();
  }

  private static boolean isPassword(String text, int colon, int at) {
    if (colon == 0 || !isUserCharacter(text.charAt(colon - 1)) || text.startsWith(DIGEST, at + 1)) {
      return false;
    }
    for (int i = colon + 1; i < at; i++) {
      if (endsUrl(text.charAt(i)) || text.charAt(i) == '/') {
        return false;
      }
    }
    return at > colon + 1;
  }

  private static boolean isUserCharacter(char c) {
    return Character.isLetterOrDigit(c) || "_.-%".indexOf(c) >= 0;
  }
}
