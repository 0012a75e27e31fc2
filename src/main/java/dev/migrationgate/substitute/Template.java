package dev.migrationgate.substitute;

import java.util.List;

/**
 * A text in which {@code ${…}} expressions of Flux's grammar may stand, parsed once.
 *
 * <p>The grammar is that of fluxcd/pkg envsubst, 2026-07. Parsing decides nothing about values:
 * whether a {@code $$} collapses, and what becomes of an expression whose variable nobody declares,
 * is up to the caller.
 *
 * @param parts what the text is made of, in order, without gap or overlap
 */
public record Template(List<Part> parts) {
  /** Copies the parts. */
  public Template {
    parts = List.copyOf(parts);
  }

  /**
   * Parses any text in linear time; never throws. What Flux would refuse is a {@link
   * Part.Malformed}, and the text after it is parsed on.
   */
  public static Template parse(String text) {
    return new TemplateParser(text).parse();
  }

  /** False for a text that is one literal, so that most texts need not be parsed. */
  public static boolean mentionsExpression(String text) {
    // Most texts are looked through once, and not twice.
    return text.indexOf('$') >= 0 && (text.contains("${") || text.contains("$$"));
  }
}
