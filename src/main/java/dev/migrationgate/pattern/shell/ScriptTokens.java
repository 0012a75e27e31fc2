package dev.migrationgate.pattern.shell;

import dev.migrationgate.pattern.shell.ShellToken.Kind;
import java.util.ArrayList;
import java.util.List;

/** Goes through the tokens of a script, past here-documents and redirections. */
final class ScriptTokens {
  /** How many here-documents of one line are read. */
  private static final int MOST_IN_A_LINE = 8;

  private final ShellLexer lexer;
  private final List<String> hereDocuments = new ArrayList<>();
  private ShellToken token;
  private ShellInput input = ShellInput.NONE;

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
      for (String announcement : hereDocuments) {
        lexer.skipHereDocument(announcement);
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
    int behind = lexer.position();
    advance();
    if (announces) {
      boolean apart = isA(Kind.WORD) && (text.endsWith("<<") || text.endsWith("<<-"));
      String delimiter = apart ? token.text() : "";
      String announcement = text.substring(at) + delimiter;
      hereDocuments.add(announcement);
      boolean few = hereDocuments.size() <= MOST_IN_A_LINE;
      input = ShellInput.ofText(few ? lexer.hereDocument(behind, announcement) : "");
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
      int from = redirection.charAt(0) == '0' ? 1 : 0;
      String operand = redirection.substring(from);
      if (apart && isA(Kind.WORD)) {
        operand += token.text();
        advance();
      }
      if (operand.startsWith("<<<")) {
        input = ShellInput.ofText(operand.substring(3));
      } else if (operand.startsWith("<") && !operand.startsWith("<<")) {
        input = ShellInput.ofFile(operand.substring(1));
      }
    }
  }

  /** Forgets what the command before was given to read. */
  void beginCommand() {
    input = ShellInput.NONE;
  }

  /** What the command whose words were taken is given to read. */
  ShellInput input() {
    return input;
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
