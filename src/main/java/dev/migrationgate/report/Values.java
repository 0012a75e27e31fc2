package dev.migrationgate.report;

/** Where what is assigned to a name begins and ends. */
final class Values {
  private Values() {}

  /**
   * Where a value ends that starts somewhere.
   *
   * @param yaml true for a value behind a colon, which {@code ;} and {@code &} do not end
   * @param whole true for one that takes the rest of its line, as that of a block mapping does
   */
  static int end(String text, int start, boolean yaml, boolean whole) {
    int quote = quoteAt(text, start);
    if (quote < text.length() && isQuote(text.charAt(quote))) {
      int end = closing(text, start, quote);
      if (end > 0) {
        return end;
      }
      return endOfLine(text, start);
    }
    if (whole) {
      return endOfPlain(text, start);
    }
    int literal = Literals.end(text, start);
    if (literal > start) {
      return literal;
    }
    int end = start;
    while (end < text.length() && !ends(text, end, yaml)) {
      end++;
    }
    int reference = OpenValues.endOfReference(text, start);
    // What closes a collection or a sentence is none of it.
    while (end > Math.max(start + 1, reference) && ",)]}".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  private static boolean ends(String text, int at, boolean yaml) {
    char c = text.charAt(at);
    if (isQuote(c) || c == '`') {
      // As in NAME=a'b: what goes on behind a quote belongs to it.
      return at + 1 >= text.length() || !Character.isLetterOrDigit(text.charAt(at + 1));
    }
    return Character.isWhitespace(c)
        || (c == '\\' && at + 1 < text.length() && "\"'nrt".indexOf(text.charAt(at + 1)) >= 0)
        || (!yaml && (c == '&' || c == ';'));
  }

  private static int endOfPlain(String text, int start) {
    int end = start;
    int last = start;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      if (text.charAt(end) == '#' && end > start && text.charAt(end - 1) == ' ') {
        return last;
      }
      if (text.charAt(end) != ' ') {
        last = end + 1;
      }
      end++;
    }
    return last;
  }

  private static int endOfLine(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  /** Behind the quote that closes the one at an offset, on the same line; 0 where none does. */
  private static int closing(String text, int start, int quote) {
    char open = text.charAt(quote);
    int escapes = quote - start;
    for (int i = quote + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        return 0;
      }
      if (c == open && escapes > 0 && text.charAt(i - 1) == '\\') {
        return i + 1;
      }
      if (c == '\\' && open == '"' && escapes == 0) {
        i++;
      } else if (c == open && escapes == 0) {
        if (open == '\'' && i + 1 < text.length() && text.charAt(i + 1) == '\'') {
          i++;
        } else {
          return i + 1;
        }
      }
    }
    return 0;
  }

  /**
   * Behind the quote that a value begins with, and the backslashes of one within another string.
   */
  static int behindQuote(String text, int start) {
    int quote = quoteAt(text, start);
    return quote < text.length() && isQuote(text.charAt(quote)) ? quote + 1 : start;
  }

  /** Before the quote that it ends with. */
  static int beforeQuote(String text, int start, int end) {
    int last = end;
    if (last > start && isQuote(text.charAt(last - 1))) {
      last--;
      while (last > start && text.charAt(last - 1) == '\\') {
        last--;
      }
    }
    return last;
  }

  private static int quoteAt(String text, int start) {
    int at = start;
    while (at < text.length() && text.charAt(at) == '\\') {
      at++;
    }
    return at;
  }

  static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  /** Where the word begins that follows another one, the same offset where none does. */
  static int nextWord(String text, int start, int end) {
    int at = end;
    boolean apart = false;
    boolean comma = false;
    boolean line = false;
    if (at < text.length() && isQuote(text.charAt(at))) {
      at++;
    }
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\n' || c == '\r') {
        line = true;
      } else if (c == ',') {
        comma = true;
      } else if (c != ' ' && c != '\t' && !(c == '\\' && endsLine(text, at + 1))) {
        break;
      }
      apart = true;
      at++;
    }
    if (!apart || at >= text.length()) {
      return end;
    }
    boolean dash = text.startsWith("- ", at);
    if (line && !comma && !isContinued(text, end)) {
      // Of a block sequence the next item follows, of all else nothing.
      if (!dash || !isItem(text, start)) {
        return end;
      }
      at += 2;
      while (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
    }
    return at;
  }

  private static boolean endsLine(String text, int at) {
    return at < text.length() && (text.charAt(at) == '\n' || text.charAt(at) == '\r');
  }

  private static boolean isContinued(String text, int end) {
    int at = end;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at < text.length() && text.charAt(at) == '\\';
  }

  private static boolean isItem(String text, int start) {
    int at = start - 1;
    while (at >= 0 && isQuote(text.charAt(at))) {
      at--;
    }
    return at >= 1 && text.charAt(at) == ' ' && text.charAt(at - 1) == '-';
  }

  /** Where the key of the next entry of a mapping begins. */
  static int nextEntry(String text, int end) {
    int at = end;
    while (at < text.length() && " \t\r\n,\"'\\".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }
}
