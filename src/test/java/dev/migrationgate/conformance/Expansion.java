package dev.migrationgate.conformance;

import dev.migrationgate.substitute.Evaluation;
import dev.migrationgate.substitute.Lookup;
import dev.migrationgate.substitute.Outcome;
import dev.migrationgate.substitute.Part;
import dev.migrationgate.substitute.Template;
import java.util.List;

/**
 * What becomes of a text by Flux's rules: nothing is evaluated when anything cannot be parsed,
 * every escape collapses.
 *
 * @param text the expanded text; the name, for an undeclared variable; else what is said of the
 *     failure
 * @param error empty, or {@code PARSE}, {@code UNSET}, or {@code OTHER}: Flux panics, or its answer
 *     is not what is written
 */
record Expansion(String text, String error) {
  static Expansion of(String text, Lookup variables) {
    List<Part> parts = Template.parse(text).parts();
    for (Part part : parts) {
      if (part instanceof Part.Malformed malformed) {
        return new Expansion(malformed.reason(), "PARSE");
      }
    }
    StringBuilder expanded = new StringBuilder();
    for (Part part : parts) {
      if (part instanceof Part.Literal literal) {
        expanded.append(literal.text());
      } else if (part instanceof Part.Escape) {
        expanded.append('$');
      } else if (part instanceof Part.Expression expression) {
        Outcome outcome = Evaluation.of(expression, variables);
        if (outcome instanceof Outcome.Value value) {
          expanded.append(value.text());
        } else if (outcome instanceof Outcome.Undefined undefined) {
          return new Expansion(undefined.name(), "UNSET");
        } else if (outcome instanceof Outcome.Failed failed) {
          return new Expansion(failed.reason(), "OTHER");
        }
      }
    }
    return new Expansion(expanded.toString(), "");
  }

  /** What Flux does otherwise than written is refused, see docs/substitution.md. */
  boolean differsOnPurpose() {
    return error.equals("OTHER");
  }
}
