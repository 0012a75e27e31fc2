package dev.migrationgate.pattern.shell;

import dev.migrationgate.pattern.shell.ShellToken.Kind;
import java.util.ArrayList;
import java.util.List;

/** Goes through the tokens of a script, past here-documents and redirections. */
final class ScriptTokens {
  private final ShellLexer lexer;
  private final List<ShellToken> hereDocuments = new ArrayList<>();
  private ShellToken token;

  /** Something of a script that is not understood. */
  static final class Unread extends Exception {
    private static final long serialVersionUID = 1L;
  }

  ScriptTokens(String script) {
    this.lexer = new ShellLexer(script);
    this.token = lexer.next();
  }

  /** The one that comes next. */
  ShellToken token() {
    return token;
  }

  boolean isA(Kind kind) {
    return token.kind() == kind;
  }

  void advance() {
    if (token.is("\n")) {
      for (ShellToken word : hereDocuments) {
        boolean indented = word.text().startsWith("<<-");
        lexer.skipHereDocument(word.text().substring(indented ? 3 : 2), indented);
      }
      hereDocuments.clear();
    }
    token = lexer.next();
  }

  void skipLines() {
    while (token.is("\n")) {
      advance();
    }
  }

  void skipEnds() {
    while (token.is("\n") || token.is(";")) {
      advance();
    }
  }

  /** Goes behind arithmetic in two parentheses, false where none begins here. */
  boolean skipArithmetic() {
    boolean arithmetic = isA(Kind.OPEN) && lexer.isAtSecondParenthesis();
    if (arithmetic) {
      lexer.skipArithmetic();
      advance();
    }
    return arithmetic;
  }

  /** Takes a word, and remembers the here-document that it announces. */
  String word() {
    String text = token.text();
    int at = text.indexOf("<<");
    boolean announces = at >= 0 && at <= 1 && !text.startsWith("<<<", at);
    advance();
    if (announces) {
      boolean apart = isA(Kind.WORD) && (text.endsWith("<<") || text.endsWith("<<-"));
      String delimiter = apart ? token.text() : "";
      hereDocuments.add(new ShellToken(Kind.WORD, text.substring(at) + delimiter, true));
      if (apart) {
        advance();
      }
    }
    return text;
  }

  void skipRedirections() {
    while (isRedirection()) {
      String redirection = word();
      boolean apart = redirection.endsWith(">") || redirection.endsWith("<");
      if (apart && isA(Kind.WORD)) {
        advance();
      }
    }
  }

  /** True for {@code 2>&1} and {@code >"$LOG"}, false for a quoted {@code ">"} of a test. */
  boolean isRedirection() {
    String word = token.text();
    int at = 0;
    while (at < word.length() && (Character.isDigit(word.charAt(at)) || word.charAt(at) == '&')) {
      at++;
    }
    boolean arrow = at < word.length() && (word.charAt(at) == '>' || word.charAt(at) == '<');
    return arrow && isA(Kind.WORD) && (token.bare() || word.length() > at + 1);
  }

  /** Takes this keyword. */
  void keyword(String word) throws Unread {
    expect(token.isKeyword(word));
    advance();
  }

  /** Takes a token of this kind. */
  void take(Kind kind) throws Unread {
    expect(isA(kind));
    advance();
  }

  void expect(boolean met) throws Unread {
    if (!met) {
      throw new Unread();
    }
  }
}
