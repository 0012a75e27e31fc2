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
    StringBuilder masked = new StringBuilder(text.length());
    int copied = 0;
    int scheme = text.indexOf(SCHEME);
    while (scheme >= 0) {
      int start = scheme + SCHEME.length();
      int end = start;
      int at = -1;
      // A password may hold slashes and more at signs, written by who knows no better.
      while (end < text.length()
          && !endsUrl(text.charAt(end))
          && !(at >= 0 && text.charAt(end) == '/')) {
        at = text.charAt(end) == '@' ? end : at;
        end++;
      }
      if (at >= 0) {
        masked.append(text, copied, start).append(MASK);
        copied = at;
      }
      // Without an at sign up to there, no later scheme on the way has one either.
      scheme = text.indexOf(SCHEME, at >= 0 ? at : end);
    }
    return masked.append(text, copied, text.length()).toString();
  }

  private static String withoutPasswords(String text) {
    StringBuilder masked = new StringBuilder(text.length());
    int copied = 0;
    int colon = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ':') {
        colon = i;
      } else if (endsUrl(c) || c == '/') {
        colon = -1;
      } else if (c == '@' && colon >= copied && isPassword(text, colon, i)) {
        masked.append(text, copied, colon + 1).append(MASK);
        copied = i;
      }
    }
    return masked.append(text, copied, text.length()).toString();
  }

  private static boolean isPassword(String text, int colon, int at) {
    return at > colon + 1
        && colon > 0
        && isUserCharacter(text.charAt(colon - 1))
        && !text.startsWith(DIGEST, at + 1);
  }

  private static boolean endsUrl(char c) {
    return Character.isWhitespace(c) || c == '"' || c == '<' || c == '>';
  }

  private static boolean isUserCharacter(char c) {
    return Character.isLetterOrDigit(c) || "_.-%".indexOf(c) >= 0;
  }
}
