package dev.migrationgate.report;

/**
 * What stands behind a name.
 *
 * @param sign {@code =} or {@code :}, a blank where it is none of them
 * @param value where that begins which is assigned
 * @param quoted true when the name ends with a quote
 * @param spaced true when a blank stands before the value
 */
record Separator(char sign, int value, boolean quoted, boolean spaced) {

  /** Reads it, with the blanks around it. */
  static Separator behind(String text, int end) {
    int quote = end;
    while (quote < text.length() && text.charAt(quote) == '\\') {
      quote++;
    }
    boolean quoted = quote < text.length() && Values.isQuote(text.charAt(quote));
    int at = skipBlanks(text, quoted ? quote + 1 : end);
    char sign = at < text.length() ? text.charAt(at) : ' ';
    if ((sign != '=' && sign != ':') || text.startsWith("://", at)) {
      return new Separator(' ', end, quoted, false);
    }
    boolean before = at > (quoted ? quote + 1 : end);
    int value = at + 1;
    // As in password := x, password => x and password == x.
    if (value < text.length() && (text.charAt(value) == '=' || text.charAt(value) == '>')) {
      value++;
    }
    int next = skipBlanks(text, value);
    boolean spaced = next > value;
    // A shell's NAME= sets nothing, and a command follows.
    boolean empty = sign == '=' && spaced && !before;
    return new Separator(sign, empty ? value : next, quoted, spaced);
  }

  boolean assigns() {
    return sign != ' ';
  }

  boolean isColon() {
    return sign == ':';
  }

  /** True when the value stands on another line than what ends there, as a block's entry does. */
  boolean isBlock(String text, int end) {
    for (int i = end; i < value; i++) {
      if (text.charAt(i) == '\n') {
        return true;
      }
    }
    return false;
  }

  private static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }
}
