package dev.migrationgate.substitute;

import dev.migrationgate.yaml.Edit;
import dev.migrationgate.yaml.InvalidYaml;
import dev.migrationgate.yaml.PlainScalar;
import dev.migrationgate.yaml.Quoting;
import dev.migrationgate.yaml.Scalar;
import dev.migrationgate.yaml.SourceText;
import dev.migrationgate.yaml.YamlReader;
import java.util.List;
import java.util.Optional;

/** Writes a scalar's resolved value into the source, touching as little of its text as can be. */
final class ScalarWriter {
  private final SourceText source;

  ScalarWriter(SourceText source) {
    this.source = source;
  }

  /** The scalar as it stands, with the splices made in it. */
  Edit edit(Scalar scalar, List<Splice> splices, FieldRole role, boolean inFlow) {
    String value = Splice.apply(scalar.value(), splices);
    return new Edit(scalar.start(), scalar.end(), write(scalar, splices, value, role, inFlow));
  }

  /** A value in place of an alias. */
  static String standalone(String value, FieldRole role, boolean inFlow) {
    return mayStandBare(value, role) || PlainScalar.canBePlain(value, inFlow)
        ? value
        : Quoting.doubleQuoted(value);
  }

  private String write(
      Scalar scalar, List<Splice> splices, String value, FieldRole role, boolean inFlow) {
    if (scalar.tag().isEmpty() && mayStandBare(value, role)) {
      return value + breaksBehind(scalar);
    }
    if (scalar.style() == Scalar.Style.PLAIN && isOneLine(scalar)) {
      boolean staysPlain =
          PlainScalar.canBePlain(value, inFlow)
              || (role == FieldRole.UNTYPED
                  && !value.isEmpty()
                  && !PlainScalar.isStringEverywhere(value));
      return staysPlain ? value : Quoting.doubleQuoted(value);
    }
    Optional<String> spliced = spliceRaw(scalar, splices);
    boolean right =
        spliced.isPresent()
            // Blank lines alone, indented deeper than what follows, are no YAML to some parsers.
            && !(scalar.style().isBlock() && value.isBlank())
            && (hasIndentationIndicator(scalar)
                ? areHarmless(splices)
                : readsAs(spliced.get(), value, scalar.style()));
    return right ? spliced.get() : Quoting.doubleQuoted(value) + breaksBehind(scalar);
  }

  /** A block scalar's range takes in the line breaks behind it. */
  private String breaksBehind(Scalar scalar) {
    if (!scalar.style().isBlock()) {
      return "";
    }
    String text = source.text();
    int end = scalar.end();
    while (end > scalar.start() && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    int lineBreak = end;
    while (lineBreak < scalar.end() && text.charAt(lineBreak) == ' ') {
      lineBreak++;
    }
    return text.substring(lineBreak, scalar.end());
  }

  /** {@code |2} counts from where the parent stands, which a probe at column 0 cannot show. */
  private boolean hasIndentationIndicator(Scalar scalar) {
    int second = scalar.start() + 1;
    for (int i = second; scalar.style().isBlock() && i < second + 2 && i < scalar.end(); i++) {
      if (Character.isDigit(source.text().charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Text that can neither fold, nor indent, nor end a line wherever it is put in. */
  private static boolean areHarmless(List<Splice> splices) {
    for (Splice splice : splices) {
      String text = splice.text();
      if (text.isEmpty() || !text.equals(text.strip()) || text.indexOf('\n') >= 0) {
        return false;
      }
    }
    return true;
  }

  /** Integers and booleans stand unquoted where Kubernetes wants them. */
  private static boolean mayStandBare(String value, FieldRole role) {
    return role == FieldRole.NUMBER
        && (PlainScalar.isInteger(value) || PlainScalar.isBoolean(value));
  }

  private boolean isOneLine(Scalar scalar) {
    return scalar.end() - scalar.start() == scalar.value().length();
  }

  /**
   * Puts the values into the scalar's own text, so that escapes, line breaks and indentation around
   * them stay. Empty where an expression cannot be told apart in that text.
   */
  private Optional<String> spliceRaw(Scalar scalar, List<Splice> splices) {
    int body = scalar.style().isBlock() ? source.nextLine(scalar.start()) : scalar.start();
    // Nothing but its own text: what does not stand there is not looked for in the whole input.
    String text = source.text().substring(scalar.start(), scalar.end());
    int rawAt = body - scalar.start();
    StringBuilder raw = new StringBuilder();
    raw.append(text, 0, rawAt);
    int valueAt = 0;
    for (Splice splice : splices) {
      String written = scalar.value().substring(splice.start(), splice.end());
      int skip = count(scalar.value(), written, valueAt, splice.start());
      int found = text.indexOf(written, rawAt);
      for (; skip > 0 && found >= 0; skip--) {
        found = text.indexOf(written, found + 1);
      }
      if (found < 0) {
        return Optional.empty();
      }
      raw.append(text, rawAt, found).append(inStyle(scalar, splice.text(), body));
      rawAt = found + written.length();
      valueAt = splice.end();
    }
    return Optional.of(raw.append(text, rawAt, text.length()).toString());
  }

  private static int count(String value, String written, int from, int to) {
    int count = 0;
    int found = value.indexOf(written, from);
    while (found >= 0 && found < to) {
      count++;
      found = value.indexOf(written, found + 1);
    }
    return count;
  }

  private String inStyle(Scalar scalar, String value, int body) {
    return switch (scalar.style()) {
      case SINGLE_QUOTED -> value.replace("'", "''");
      case DOUBLE_QUOTED -> {
        String quoted = Quoting.doubleQuoted(value);
        yield quoted.substring(1, quoted.length() - 1);
      }
      case LITERAL -> value.replace("\n", source.lineBreak() + indentOf(scalar, body));
      case PLAIN, FOLDED -> value;
    };
  }

  /** The indentation of a block scalar: that of its first line of text, less the text's own. */
  private String indentOf(Scalar scalar, int body) {
    String text = source.text();
    int line = body;
    int first = 0;
    while (line < scalar.end() && text.charAt(line) == '\n' || text.charAt(line) == '\r') {
      line = source.nextLine(line);
      first = scalar.value().indexOf('\n', first) + 1;
    }
    int spaces = spacesAt(text, line) - spacesAt(scalar.value(), first);
    return " ".repeat(Math.max(spaces, 0));
  }

  private static int spacesAt(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at - from;
  }

  /** Reads the text back: the one proof that it says what it should. */
  private static boolean readsAs(String raw, String value, Scalar.Style style) {
    try {
      // A block scalar's indentation is relative to the key; any key at column 0 will do.
      SourceText probe = new SourceText("", "k: " + raw);
      return YamlReader.read(probe).get(0).root().get("k").orElseThrow().target()
              instanceof Scalar read
          && read.style() == style
          && read.value().equals(value);
    } catch (InvalidYaml e) {
      return false;
    }
  }
}
