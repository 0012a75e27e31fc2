package dev.migrationgate.substitute;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a glob means, character by character. Made by {@link GlobParser}. */
final class Glob {
  /** One character of a set, or any number of them. */
  record Token(boolean repeats, boolean negated, List<Range> ranges) {
    static final Token ANY = new Token(false, true, List.of());
    static final Token ANY_NUMBER = new Token(true, true, List.of());

    static Token literal(int character) {
      return new Token(false, false, List.of(new Range(character, character)));
    }

    boolean matches(int character) {
      for (Range range : ranges) {
        if (range.low <= character && character <= range.high) {
          return !negated;
        }
      }
      return negated;
    }

    boolean isLiteral() {
      return !negated && ranges.size() == 1 && ranges.get(0).low == ranges.get(0).high;
    }
  }

  /** Characters from low to high, both included; none when high is below low. */
  record Range(int low, int high) {}

  private final List<Token> tokens;

  Glob(List<Token> tokens) {
    this.tokens = List.copyOf(tokens);
  }

  /** The glob that matches every text that this one matches, written backwards. */
  Glob reversed() {
    List<Token> backwards = new ArrayList<>(tokens);
    Collections.reverse(backwards);
    return new Glob(backwards);
  }

  /**
   * True unless every match ends where a literal character does or at the end of the text: then it
   * makes a difference whether one matches characters or, as Flux partly does, bytes.
   */
  boolean mayStopInsideCharacter() {
    boolean hasLiteral = false;
    for (Token token : tokens) {
      if (token.isLiteral()) {
        hasLiteral = true;
      } else if (!token.repeats()) {
        return true;
      }
    }
    return !hasLiteral && !tokens.isEmpty();
  }

  /**
   * The length of the shortest or longest prefix, the empty one aside, that matches; 0 for none.
   *
   * <p>Follows all ways to match at once, so that it takes no longer than text times pattern.
   */
  int prefixLength(String text, boolean longest) {
    int length = 0;
    boolean[] reached = new boolean[tokens.size() + 1];
    reached[0] = true;
    passRepeats(reached);
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      i += Character.charCount(character);
      if (!step(reached, character)) {
        return length;
      }
      if (reached[tokens.size()]) {
        length = i;
        if (!longest) {
          return length;
        }
      }
    }
    return length;
  }

  /** Takes one character; false when no way to match is left. */
  private boolean step(boolean[] reached, int character) {
    boolean any = false;
    // Backwards, so that what is reached by this character is not taken for reached before it.
    reached[tokens.size()] = false;
    for (int i = tokens.size() - 1; i >= 0; i--) {
      Token token = tokens.get(i);
      if (reached[i] && token.matches(character)) {
        any = true;
        reached[i] = token.repeats();
        reached[i + 1] |= !token.repeats();
      } else {
        reached[i] = false;
      }
    }
    passRepeats(reached);
    return any;
  }

  private void passRepeats(boolean[] reached) {
    for (int i = 0; i < tokens.size(); i++) {
      if (reached[i] && tokens.get(i).repeats()) {
        reached[i + 1] = true;
      }
    }
  }
}
