package dev.migrationgate.substitute;

/** What evaluating an expression comes to. */
public sealed interface Outcome {
  /** The text to put in the expression's place. It is not expanded again. */
  record Value(String text) implements Outcome {}

  /** Nobody declares the variable of that name, and nothing stands in for it. */
  record Undefined(String name) implements Outcome {}

  /**
   * The expression has no value that could be trusted.
   *
   * @param reason one phrase for a person, which says what Flux would do
   */
  record Failed(String reason) implements Outcome {}
}
