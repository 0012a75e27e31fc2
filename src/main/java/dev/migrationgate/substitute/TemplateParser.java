package dev.migrationgate.substitute;

import java.util.ArrayList;
import java.util.List;

/** Cuts one text into literals, escapes and expressions. */
final class TemplateParser {
  private final String text;
  private final List<Part> parts = new ArrayList<>();
  private Closers closers;
  private int literalStart;

  TemplateParser(String text) {
    this.text = text;
  }

  Template parse() {
    int dollar = text.indexOf('$');
    while (dollar >= 0) {
      if (text.startsWith("$", dollar + 1)) {
        add(new Part.Escape(dollar, dollar + 2));
      } else if (text.startsWith("{", dollar + 1)) {
        add(expression(dollar));
      }
      dollar = text.indexOf('$', Math.max(dollar + 1, literalStart));
    }
    endLiteral(text.length());
    return new Template(parts);
  }

  private Part expression(int start) {
    // After the first refusal, what counting alone finds unclosed is not tried: each of many
    // unclosed expressions, one inside the other, would be parsed again from its own start.
    boolean hopeless = closers != null && !closers.isClosed(start);
    ExpressionParser parser = new ExpressionParser(text, start);
    try {
      return hopeless ? parser.refuseUnclosed() : parser.parse();
    } catch (Refusal refusal) {
      if (closers == null) {
        closers = Closers.of(text);
      }
      return new Part.Malformed(
          start, closers.endOf(start), parser.outermostName(), refusal.getMessage());
    }
  }

  private void add(Part part) {
    endLiteral(part.start());
    parts.add(part);
    literalStart = part.end();
  }

  private void endLiteral(int end) {
    if (literalStart < end) {
      parts.add(new Part.Literal(literalStart, end, text.substring(literalStart, end)));
    }
  }
}
