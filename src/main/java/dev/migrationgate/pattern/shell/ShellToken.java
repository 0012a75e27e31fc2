package dev.migrationgate.pattern.shell;

/**
 * A piece of a shell script.
 *
 * @param text of a word what is left without its quotes; of an operator the operator, a line break
 *     for the end of a line
 * @param bare true where it stands as written, without quotes: only then a word may be a keyword
 */
record ShellToken(Kind kind, String text, boolean bare) {
  enum Kind {
    WORD,
    OPERATOR,
    /** A parenthesis that opens a subshell, or the pattern of a {@code case}. */
    OPEN,
    /** A parenthesis directly behind a word, as in {@code name()} and {@code list=(…)}. */
    OPEN_BEHIND_WORD,
    CLOSE,
    END
  }

  boolean is(String operator) {
    return kind == Kind.OPERATOR && text.equals(operator);
  }

  boolean isKeyword(String word) {
    return kind == Kind.WORD && bare && text.equals(word);
  }
}
