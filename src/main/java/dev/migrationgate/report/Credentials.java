package dev.migrationgate.report;

/** Masks the credentials that a text shows in URLs and in what databases take for addresses. */
public final class Credentials {
  private static final String MASK = "***";
  private static final String SCHEME = "://";

  /** What stands before the digest of an image is a tag. */
  private static final String DIGEST = "sha";

  private static final String[] PASSWORD_NAMES = {"password", "passwd", "passphrase", "pwd"};

  private Credentials() {}

  /**
   * The text without the user and password of {@code scheme://user:password@host}, and without the
   * password of {@code user:password@host} and of {@code password=…}, whatever stands before it.
   */
  public static String masked(String text) {
    String masked = text.indexOf('@') < 0 ? text : withoutPasswords(withoutUsers(text));
    return masked.indexOf('=') < 0 ? masked : withoutAssigned(masked);
  }

  /** As in {@code jdbc:postgresql://db/shop?password=…} and {@code PGPASSWORD=… psql}. */
  private static String withoutAssigned(String text) {
    StringBuilder masked = new StringBuilder(text.length());
    int copied = 0;
    for (int equals = text.indexOf('='); equals >= 0; equals = text.indexOf('=', equals + 1)) {
      int end = equals + 1;
      if (end > copied
          && end < text.length()
          && text.charAt(end) != '$'
          && isBehindName(text, equals)) {
        while (end < text.length() && !endsAssigned(text.charAt(end))) {
          end++;
        }
        if (end > equals + 1) {
          masked.append(text, copied, equals + 1).append(MASK);
          copied = end;
        }
      }
    }
    return masked.append(text, copied, text.length()).toString();
  }

  private static boolean isBehindName(String text, int end) {
    for (String name : PASSWORD_NAMES) {
      if (text.regionMatches(true, end - name.length(), name, 0, name.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsAssigned(char c) {
    return Character.isWhitespace(c) || "\"'`&;".indexOf(c) >= 0;
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
