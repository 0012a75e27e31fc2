package dev.migrationgate.substitute;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parses globs: {@code *} is any text, slashes too, {@code ?} any character, {@code [a-z]} one of
 * these, {@code [^a-z]} none of these (a {@code !} does not negate), and {@code \} takes the next
 * character as it is (fluxcd/pkg envsubst path, 2026-07).
 */
final class GlobParser {
  private final String pattern;
  private int at;

  private GlobParser(String pattern) {
    this.pattern = pattern;
  }

  /** Nothing when the pattern breaks off, or holds an empty class or an open range. */
  static Optional<Glob> parse(String pattern) {
    try {
      return Optional.of(new GlobParser(pattern).glob());
    } catch (Refusal refusal) {
      return Optional.empty();
    }
  }

  private Glob glob() throws Refusal {
    List<Glob.Token> tokens = new ArrayList<>();
    while (at < pattern.length()) {
      int c = next();
      tokens.add(
          switch (c) {
            case '*' -> Glob.Token.ANY_NUMBER;
            case '?' -> Glob.Token.ANY;
            case '[' -> characterClass();
            case '\\' -> Glob.Token.literal(next());
            default -> Glob.Token.literal(c);
          });
    }
    return new Glob(tokens);
  }

  private Glob.Token characterClass() throws Refusal {
    boolean negated = skip('^');
    List<Glob.Range> ranges = new ArrayList<>();
    do {
      int low = classCharacter();
      int high = skip('-') ? classCharacter() : low;
      ranges.add(new Glob.Range(low, high));
    } while (!skip(']'));
    return new Glob.Token(false, negated, List.copyOf(ranges));
  }

  private int classCharacter() throws Refusal {
    int c = next();
    if (c == '-' || c == ']') {
      throw new Refusal("a class needs a character here");
    }
    return c == '\\' ? next() : c;
  }

  private int next() throws Refusal {
    if (at >= pattern.length()) {
      throw new Refusal("the pattern breaks off");
    }
    int c = pattern.codePointAt(at);
    at += Character.charCount(c);
    return c;
  }

  private boolean skip(char expected) {
    if (at < pattern.length() && pattern.charAt(at) == expected) {
      at++;
      return true;
    }
    return false;
  }
}
