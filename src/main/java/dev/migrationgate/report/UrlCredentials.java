package dev.migrationgate.report;

/** Finds users and passwords in addresses. */
final class UrlCredentials {
  private static final String SCHEME = "://";

  /** Whose users have names. */
  private static final String[] DATABASES = {
    "postgres",
    "postgresql",
    "mysql",
    "mariadb",
    "cockroachdb",
    "sqlserver",
    "mongodb",
    "mongodb+srv"
  };

  /** Oracle's {@code jdbc:oracle:thin:user/password@…}. */
  private static final String ORACLE = ":thin:";

  private UrlCredentials() {}

  /**
   * Adds user and password of {@code scheme://user:password@host}, and the password of {@code
   * user:password@host}.
   */
  static void add(String text, Spans spans) {
    if (text.indexOf('@') >= 0) {
      addUsers(text, spans);
      addPasswords(text, spans);
      addOracle(text, spans);
    }
  }

  private static void addUsers(String text, Spans spans) {
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
      if (at >= 0 && !isUserAlone(text, scheme, at)) {
        spans.add(start, at);
      }
      // Without an at sign up to there, no later scheme on the way has one either.
      scheme = text.indexOf(SCHEME, at >= 0 ? at : end);
    }
  }

  /** True for {@code postgres://user@host}; to web servers, a token may take the user's place. */
  private static boolean isUserAlone(String text, int scheme, int at) {
    for (int i = scheme + SCHEME.length(); i < at; i++) {
      char c = text.charAt(i);
      if (!isUserCharacter(c) && "${}()".indexOf(c) < 0) {
        return false;
      }
    }
    for (String database : DATABASES) {
      int start = scheme - database.length();
      if (start >= 0 && text.startsWith(database, start)) {
        return true;
      }
    }
    return false;
  }

  private static void addPasswords(String text, Spans spans) {
    int first = -1;
    int colon = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ':') {
        first = first < 0 ? i : first;
        colon = colon < 0 ? i : colon;
      } else if (endsUrl(c)) {
        first = -1;
        colon = -1;
      } else if (c == '/') {
        colon = -1;
      } else if (c == '@') {
        int from = isProtocol(text, i + 1) ? first : colon;
        if (from >= 0 && isPassword(text, from, i)) {
          spans.add(from + 1, i);
        }
      }
    }
  }

  private static void addOracle(String text, Spans spans) {
    int thin = text.indexOf(ORACLE);
    while (thin >= 0) {
      int slash = -1;
      int end = thin + ORACLE.length();
      while (end < text.length() && !endsUrl(text.charAt(end)) && text.charAt(end) != '@') {
        slash = slash < 0 && text.charAt(end) == '/' ? end : slash;
        end++;
      }
      if (slash >= 0 && end < text.length() && text.charAt(end) == '@') {
        spans.add(slash + 1, end);
      }
      thin = text.indexOf(ORACLE, end);
    }
  }

  private static boolean isPassword(String text, int colon, int at) {
    return at > colon + 1
        && colon > 0
        && isUserCharacter(text.charAt(colon - 1))
        && isHost(text, at + 1)
        && !isDigest(text, at + 1)
        && !text.regionMatches(true, colon - "mailto".length(), "mailto", 0, "mailto".length());
  }

  /** False for {@code image:@TAG@}, which a build fills in. */
  private static boolean isHost(String text, int at) {
    if (at >= text.length()) {
      return false;
    }
    // A shell puts words together: user:password@"$HOST".
    boolean quotes =
        Values.isQuote(text.charAt(at)) && at + 1 < text.length() && isHostStart(text, at + 1);
    return quotes || (!endsUrl(text.charAt(at)) && "'`)]},".indexOf(text.charAt(at)) < 0);
  }

  private static boolean isHostStart(String text, int at) {
    return Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '$';
  }

  /** What stands before the digest of an image is a tag: {@code shop:v1@sha256:…}. */
  private static boolean isDigest(String text, int at) {
    return text.startsWith("sha256:", at) || text.startsWith("sha512:", at);
  }

  /** As in {@code user:password@tcp(host:3306)/shop}, the DSN of Go's MySQL driver. */
  private static boolean isProtocol(String text, int at) {
    return text.startsWith("tcp", at) || text.startsWith("unix(", at);
  }

  private static boolean endsUrl(char c) {
    return Character.isWhitespace(c) || c == '"';
  }

  private static boolean isUserCharacter(char c) {
    return Character.isLetterOrDigit(c) || "_.-%".indexOf(c) >= 0;
  }
}
