package dev.migrationgate.substitute;

import java.util.Optional;

/** A stretch of a {@link Template}; {@code start} and {@code end} are offsets in the whole text. */
public sealed interface Part permits Part.Literal, Part.Escape, Part.Expression, Part.Malformed {
  /** Where the part starts. */
  int start();

  /** Where the part ends, exclusive. */
  int end();

  /**
   * Plain text.
   *
   * @param text the text that is meant: in the pattern or replacement of {@code ${V/…/…}} shorter
   *     than what stands there, since {@code \/}, {@code \\} and {@code $$} mean one character
   */
  record Literal(int start, int end, String text) implements Part {}

  /** Exactly {@code $$}, outside any expression. */
  record Escape(int start, int end) implements Part {}

  /**
   * A {@code ${…}} that Flux understands.
   *
   * @param name the variable's name: letters, digits and underscores of any script, and it may
   *     start with a digit, although Flux lets no variable be declared so
   */
  record Expression(int start, int end, String name, Operator operator) implements Part {}

  /**
   * A {@code ${…}} that makes Flux refuse the whole document, through its balanced brace, or the
   * two characters <code>${</code> alone where there is none.
   *
   * @param name the outermost variable's name, where one could be read
   * @param reason one phrase for a person
   */
  record Malformed(int start, int end, Optional<String> name, String reason) implements Part {}
}
