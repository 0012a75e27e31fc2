package dev.migrationgate.substitute;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    Operator operator = expression.operator();
    List<String> arguments = new ArrayList<>(2);
    for (Template argument : operator.arguments()) {
      Outcome outcome = of(argument, variables);
      if (outcome instanceof Outcome.Value value) {
        arguments.add(value.text());
      } else {
        return outcome;
      }
    }
    Optional<String> value = variables.value(expression.name());
    if (value.isEmpty() && !toleratesUndefined(operator)) {
      return new Outcome.Undefined(expression.name());
    }
    Outcome outcome = apply(operator, value.orElse(""), arguments);
    int made = outcome instanceof Outcome.Value result ? result.text().length() : 0;
    int written = expression.end() - expression.start();
    int added = Math.max(made, value.orElse("").length()) - written;
    return added <= 0 || variables.allows(added) ? outcome : new Outcome.Failed("it adds too much");
  }

  /** The text of an argument, in which there are neither escapes nor malformed parts. */
  private static Outcome of(Template argument, Lookup variables) {
    StringBuilder text = new StringBuilder();
    for (Part part : argument.parts()) {
      if (part instanceof Part.Literal literal) {
        text.append(literal.text());
      } else if (part instanceof Part.Expression expression) {
        Outcome outcome = of(expression, variables);
        if (outcome instanceof Outcome.Value value) {
          text.append(value.text());
        } else {
          return outcome;
        }
      }
    }
    return new Outcome.Value(text.toString());
  }

  private static boolean toleratesUndefined(Operator operator) {
    return operator instanceof Operator.Default
        || operator instanceof Operator.Alternative
        || operator instanceof Operator.Required;
  }

  private static Outcome apply(Operator operator, String value, List<String> arguments) {
    if (operator instanceof Operator.Plain) {
      return new Outcome.Value(value);
    } else if (operator instanceof Operator.Length) {
      return new Outcome.Value(Integer.toString(value.getBytes(StandardCharsets.UTF_8).length));
    } else if (operator instanceof Operator.Default) {
      return new Outcome.Value(value.isEmpty() ? arguments.get(0) : value);
    } else if (operator instanceof Operator.Alternative) {
      return new Outcome.Failed("Flux reads :+ like :- and takes the text for a default");
    } else if (operator instanceof Operator.Required) {
      // Of a value that is there every shell and Flux make the same.
      return value.isEmpty()
          ? new Outcome.Failed("Flux reads :? like :- and takes the message for a default")
          : new Outcome.Value(value);
    } else if (operator instanceof Operator.Slice) {
      return Slicing.of(
          value,
          arguments.get(0),
          arguments.size() > 1 ? Optional.of(arguments.get(1)) : Optional.empty());
    } else if (operator instanceof Operator.Replace replace) {
      return Replacing.of(replace, value, arguments.get(0), arguments.get(1));
    } else if (operator instanceof Operator.Trim trim) {
      return Trimming.of(trim, value, arguments.get(0));
    } else if (operator instanceof Operator.Case letters) {
      return new Outcome.Value(mapped(letters, value));
    }
    throw new IllegalStateException("no such operator: " + operator);
  }

  /** Letter by letter, as Go does: Java's own mapping of whole strings makes SS of ß. */
  private static String mapped(Operator.Case letters, String value) {
    StringBuilder text = new StringBuilder(value.length());
    int end = value.isEmpty() || letters.all() ? value.length() : value.offsetByCodePoints(0, 1);
    for (int i = 0; i < end; ) {
      int c = value.codePointAt(i);
      text.appendCodePoint(letters.upper() ? Character.toUpperCase(c) : Character.toLowerCase(c));
      i += Character.charCount(c);
    }
    return text.append(value, end, value.length()).toString();
  }
}
