package dev.migrationgate.report;

import java.util.Optional;

/** Finds passwords that stand behind a word, without a sign that assigns them. */
final class WordPasswords {
  private static final String IDENTIFIED = "identified ";
  private static final int SHORTEST_TOKEN = 16;

  private boolean machine;
  private boolean login;

  /**
   * A password.
   *
   * @param name of what kind it is
   */
  record Found(String name, int start, int end) {}

  /**
   * The password that follows a word: {@code PASSWORD 'x'} and {@code IDENTIFIED BY x} of SQL,
   * {@code requirepass x} of Redis, {@code machine h login u password x} of a {@code .netrc},
   * {@code Bearer x} of a header, <code>&lt;password&gt;x</code> of XML, {@code user/x} of Oracle's
   * clients, {@code config set password x}, {@code vault login x}, {@code rabbitmqctl add_user u
   * x}.
   *
   * @param leads true when the word begins its line
   * @param oracle true when one of Oracle's clients is called
   */
  Optional<Found> behind(String text, int start, int end, boolean leads, boolean oracle) {
    machine |= is(text, start, end, "machine");
    login |= is(text, start, end, "login");
    if (text.startsWith(">", end)) {
      return element(text, start, end);
    }
    if (text.startsWith("/", end)) {
      return oracle ? login(text, start, end) : Optional.empty();
    }
    int next = behindSpaces(text, end);
    if (next == end || next >= text.length() || Character.isWhitespace(text.charAt(next))) {
      return Optional.empty();
    }
    if (is(text, start, end, "bearer")) {
      return token(text, next);
    }
    if (isBehind(text, start, "rabbitmqctl ")) {
      boolean takes = is(text, start, end, "add_user") || is(text, start, end, "change_password");
      return takes
          ? found("password", text, behindSpaces(text, end(text, next)))
          : Optional.empty();
    }
    if (isBehind(text, start, "config set ") || isBehind(text, start, "configure set ")) {
      String name = text.substring(start, end);
      return SecretNames.isSecret(name) ? found(name, text, next) : Optional.empty();
    }
    if (isBehind(text, start, "vault ") && is(text, start, end, "login")) {
      return text.charAt(next) == '-' ? Optional.empty() : found("token", text, next);
    }
    boolean spoken =
        !Values.isQuote(text.charAt(next)) && Character.isLowerCase(text.charAt(start));
    boolean follows =
        (is(text, start, end, "password") && (text.charAt(next) == '\'' || (machine && login)))
            || (is(text, start, end, "by") && isIdentified(text, start) && !spoken)
            || (leads
                && (is(text, start, end, "requirepass") || is(text, start, end, "masterauth")));
    return follows ? found("password", text, next) : Optional.empty();
  }

  private static Optional<Found> found(String name, String text, int start) {
    return Optional.of(new Found(name, start, end(text, start)));
  }

  private static int behindSpaces(String text, int start) {
    int at = start;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  private static boolean isBehind(String text, int start, String words) {
    return text.startsWith(words, start - words.length());
  }

  private static Optional<Found> element(String text, int start, int end) {
    boolean opens = start > 0 && text.charAt(start - 1) == '<';
    int close = opens ? text.indexOf('<', end) : -1;
    return close > 0 && SecretNames.isSecret(text.substring(start, end))
        ? Optional.of(new Found(text.substring(start, end), end + 1, close))
        : Optional.empty();
  }

  private static Optional<Found> login(String text, int start, int end) {
    int from = end + 1;
    int to = from;
    while (to < text.length() && " \t\r\n@\"'".indexOf(text.charAt(to)) < 0) {
      to++;
    }
    boolean first = start > 0 && " \t\"'".indexOf(text.charAt(start - 1)) >= 0;
    return first && to > from ? Optional.of(new Found("password", from, to)) : Optional.empty();
  }

  private static Optional<Found> token(String text, int start) {
    int end = Values.end(text, start, false, false);
    boolean random = end - start >= SHORTEST_TOKEN;
    for (int i = start; i < end; i++) {
      random |= Character.isDigit(text.charAt(i));
    }
    return random ? Optional.of(new Found("token", start, end)) : Optional.empty();
  }

  /** Where a password ends: the quotes of SQL may be doubled by the YAML around them. */
  private static int end(String text, int start) {
    int end = start;
    while (end < text.length() && Values.isQuote(text.charAt(end))) {
      end++;
    }
    String ends = end > start ? "\r\n'\"" : "\r\n'\" ;\\";
    while (end < text.length() && ends.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static boolean isIdentified(String text, int by) {
    int start = by - IDENTIFIED.length();
    return start >= 0 && text.regionMatches(true, start, IDENTIFIED, 0, IDENTIFIED.length());
  }

  private static boolean is(String text, int start, int end, String word) {
    return end - start == word.length() && text.regionMatches(true, start, word, 0, end - start);
  }
}
