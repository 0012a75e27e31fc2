package dev.migrationgate.pattern.shell;

import dev.migrationgate.pattern.shell.ShellToken.Kind;

/** Takes a script apart: words, quotes, operators, parentheses, comments. */
final class ShellLexer {
  private final String script;
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private boolean bare = true;
  private int endOfWord = -1;
  private int at;

  ShellLexer(String script) {
    this.script = script;
  }

  ShellToken next() {
    while (at < script.length()) {
      char c = script.charAt(at);
      switch (c) {
        case '#' -> comment();
        case '\\' -> escape();
        case '\'', '"' -> quoted(c);
        case '$', '`' -> expansion(c);
        default -> {
          if (!endsWord(c)) {
            add(c);
          } else if (inWord) {
            return word();
          } else if (c == ' ' || c == '\t' || c == '\r') {
            at++;
          } else {
            return operator(c);
          }
        }
      }
    }
    return inWord ? word() : new ShellToken(Kind.END, "", true);
  }

  /** True directly behind the first of two parentheses, as arithmetic has them. */
  boolean isAtSecondParenthesis() {
    return at < script.length() && script.charAt(at) == '(';
  }

  /** Goes behind the end of the arithmetic that began with two parentheses. */
  void skipArithmetic() {
    at--;
    at = closing('(', ')');
  }

  /** How many characters were read. */
  int position() {
    return at;
  }

  /**
   * The lines of a here-document that begins behind the line of this position, the one that ends it
   * included; with those before it, where it is not the first of that line.
   */
  String hereDocument(int position, String announcement) {
    int from = script.indexOf('\n', position) + 1;
    int before = at;
    at = from == 0 ? script.length() : from;
    from = at;
    skipHereDocument(announcement);
    String lines = script.substring(from, at);
    at = before;
    return lines;
  }

  /** Goes behind the lines of a here-document, from the beginning of its first line. */
  void skipHereDocument(String announcement) {
    boolean indented = announcement.startsWith("<<-");
    String delimiter = announcement.substring(indented ? 3 : 2);
    while (at < script.length()) {
      int end = script.indexOf('\n', at);
      String line = script.substring(at, end < 0 ? script.length() : end);
      at = end < 0 ? script.length() : end + 1;
      int from = 0;
      while (indented && from < line.length() && line.charAt(from) == '\t') {
        from++;
      }
      int to = line.endsWith("\r") ? line.length() - 1 : line.length();
      if (to >= from && line.substring(from, to).equals(delimiter)) {
        return;
      }
    }
  }

  private boolean endsWord(char c) {
    return switch (c) {
      case ' ', '\t', '\r', '\n', ';', '|', '(', ')' -> true;
      // A redirection such as 2>&1 or &>file is no end of a command.
      case '&' -> next(1) != '>' && (word.length() == 0 || word.charAt(word.length() - 1) != '>');
      default -> false;
    };
  }

  private ShellToken operator(char c) {
    boolean twice = next(1) == c && c != '\n' && c != '(' && c != ')';
    boolean behindWord = endOfWord == at;
    at += twice ? 2 : 1;
    return switch (c) {
      case '(' -> new ShellToken(behindWord ? Kind.OPEN_BEHIND_WORD : Kind.OPEN, "(", true);
      case ')' -> new ShellToken(Kind.CLOSE, ")", true);
      default -> new ShellToken(Kind.OPERATOR, twice ? "" + c + c : "" + c, true);
    };
  }

  private ShellToken word() {
    ShellToken token = new ShellToken(Kind.WORD, word.toString(), bare);
    word.setLength(0);
    inWord = false;
    bare = true;
    endOfWord = at;
    return token;
  }

  private char next(int ahead) {
    return at + ahead < script.length() ? script.charAt(at + ahead) : '\0';
  }

  private void add(char c) {
    word.append(c);
    inWord = true;
    at++;
  }

  private void comment() {
    if (inWord) {
      add('#');
      return;
    }
    int end = script.indexOf('\n', at);
    at = end < 0 ? script.length() : end;
  }

  private void escape() {
    if (next(1) == '\n') {
      at += 2;
    } else if (next(1) == '\r' && next(2) == '\n') {
      at += 3;
    } else {
      at++;
      bare = false;
      if (at < script.length()) {
        add(script.charAt(at));
      }
    }
  }

  private void quoted(char quote) {
    inWord = true;
    bare = false;
    at++;
    while (at < script.length() && script.charAt(at) != quote) {
      char c = script.charAt(at);
      // Quotes inside $(…) end at their like, not at the one outside.
      if (quote == '"' && c == '$' && next(1) == '(') {
        expansion(c);
        continue;
      }
      boolean escaped = c == '\\' && quote == '"' && (next(1) == '"' || next(1) == '\\');
      if (escaped) {
        at++;
      }
      word.append(script.charAt(at));
      at++;
    }
    at++;
  }

  /**
   * Keeps <code>$(…)</code>, <code>${…}</code> and backquotes whole: spaces in them part no words.
   */
  private void expansion(char c) {
    char open = c == '`' ? '`' : next(1);
    if (c == '$' && open != '(' && open != '{') {
      add(c);
      return;
    }
    char close = open == '(' ? ')' : open == '{' ? '}' : '`';
    int from = at;
    int end = closing(open, close);
    word.append(script, from, end);
    inWord = true;
    at = end;
  }

  private int closing(char open, char close) {
    int depth = 0;
    for (int i = open == '`' ? at + 1 : at; i < script.length(); i++) {
      char c = script.charAt(i);
      if (c == open && open != close) {
        depth++;
      } else if (c == close) {
        depth--;
        if (depth <= 0) {
          return i + 1;
        }
      }
    }
    return script.length();
  }
}
