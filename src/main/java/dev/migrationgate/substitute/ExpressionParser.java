package dev.migrationgate.substitute;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parses one expression by recursive descent, as deep as {@link #MAX_DEPTH}.
 *
 * <p>Accepts what the parser of fluxcd/pkg envsubst, 2026-07, accepts, but for two forms that mean
 * nothing in it: a <code>}</code> in the pattern of a replacement, and {@code ,} mixed with {@code
 * ^}.
 */
final class ExpressionParser {
  static final int MAX_DEPTH = 64;

  private static final int END = -1;
  private static final Template NOTHING = new Template(List.of());

  private final String text;
  private int at;
  private Optional<String> outermostName = Optional.empty();

  ExpressionParser(String text, int start) {
    this.text = text;
    this.at = start;
  }

  /** The name of the expression itself, as far as parsing came, nested ones aside. */
  Optional<String> outermostName() {
    return outermostName;
  }

  Part.Expression parse() throws Refusal {
    return expression(1);
  }

  /** Reads the name alone, of an expression that is known to have no closing brace. */
  Part.Expression refuseUnclosed() throws Refusal {
    at += 2;
    skip('#');
    name(1);
    throw unclosed();
  }

  private Part.Expression expression(int depth) throws Refusal {
    if (depth > MAX_DEPTH) {
      throw new Refusal("expressions are nested more than " + MAX_DEPTH + " deep");
    }
    int start = at;
    at += 2;
    boolean length = skip('#');
    String name = name(depth);
    Operator operator = length ? new Operator.Length() : operator(depth);
    close();
    return new Part.Expression(start, at, name, operator);
  }

  private String name(int depth) throws Refusal {
    int start = at;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (!Character.isLetter(c) && !Character.isDigit(c) && c != '_') {
        break;
      }
      at += Character.charCount(c);
    }
    if (start == at) {
      throw new Refusal(
          switch (peek()) {
            case '!' -> "Flux knows no indirection (a ! before the name)";
            case ' ' -> "a space stands before the name";
            default -> "no variable name follows the opening brace";
          });
    }
    String name = text.substring(start, at);
    if (depth == 1) {
      outermostName = Optional.of(name);
    }
    return name;
  }

  private Operator operator(int depth) throws Refusal {
    return switch (peek()) {
      case '}' -> new Operator.Plain();
      case ':' -> defaultOrSlice(depth);
      case '=' -> {
        at++;
        yield new Operator.Default(words(depth));
      }
      case ',', '^' -> letterCase();
      case '/' -> replace(depth);
      case '#', '%' -> trim(depth);
      case END -> throw unclosed();
      case '-', '+', '?' ->
          throw new Refusal("Flux knows the operator " + (char) peek() + " only after a colon");
      case '[' -> throw new Refusal("Flux knows no arrays");
      case '.' -> throw new Refusal("a variable's name has no dots");
      case ' ' -> throw new Refusal("a space stands after the name");
      default -> throw new Refusal("no operator of Flux follows the name");
    };
  }

  private Operator defaultOrSlice(int depth) throws Refusal {
    at++;
    switch (peek()) {
      case '-', '=':
        at++;
        return new Operator.Default(words(depth));
      case '+':
        at++;
        return new Operator.Alternative(words(depth));
      case '?':
        at++;
        return new Operator.Required(words(depth));
      default:
        return slice(depth);
    }
  }

  private Operator slice(int depth) throws Refusal {
    if (peek() >= 0x80) {
      throw new Refusal("no number follows the colon");
    }
    Template offset = word(depth, ":}", false, "no number follows the colon");
    if (peek() != ':') {
      return new Operator.Slice(offset, Optional.empty());
    }
    // Flux takes any number of colons for one.
    while (skip(':')) {}
    return new Operator.Slice(
        offset, Optional.of(word(depth, "}", false, "no number follows the second colon")));
  }

  private Operator letterCase() throws Refusal {
    char symbol = text.charAt(at++);
    boolean all = skip(symbol);
    if (peek() == ',' || peek() == '^') {
      throw new Refusal("no operator of Flux is longer than ,, or ^^ or mixes the two");
    }
    return new Operator.Case(symbol == '^', all);
  }

  private Operator replace(int depth) throws Refusal {
    at++;
    Operator.Replace.Occurrence occurrence = Operator.Replace.Occurrence.FIRST;
    if (skip('/')) {
      occurrence = Operator.Replace.Occurrence.ALL;
    } else if (skip('#')) {
      occurrence = Operator.Replace.Occurrence.PREFIX;
    } else if (skip('%')) {
      occurrence = Operator.Replace.Occurrence.SUFFIX;
    }
    Template pattern = word(depth, "/}", true, "no text to replace stands between slash and brace");
    if (peek() != '/') {
      throw new Refusal("no slash ends the text to replace before the closing brace");
    }
    // Flux takes any number of slashes for one.
    while (skip('/')) {}
    Template replacement = peek() == '}' ? NOTHING : word(depth, "}", true, "no closing brace");
    return new Operator.Replace(occurrence, pattern, replacement);
  }

  private Operator trim(int depth) throws Refusal {
    char symbol = text.charAt(at++);
    boolean longest = skip(symbol);
    Template pattern = word(depth, "}", false, "no pattern follows " + symbol);
    return new Operator.Trim(
        symbol == '#' ? Operator.Trim.End.PREFIX : Operator.Trim.End.SUFFIX, longest, pattern);
  }

  /** Any mixture of text and expressions, up to the closing brace. */
  private Template words(int depth) throws Refusal {
    List<Part> words = new ArrayList<>();
    while (peek() != '}') {
      if (peek() == END) {
        throw unclosed();
      }
      words.add(opensExpression() ? expression(depth + 1) : literal("}", false));
    }
    return new Template(words);
  }

  /** Either one expression or one text: Flux mixes them in defaults only. */
  private Template word(int depth, String stops, boolean escapes, String missing) throws Refusal {
    if (opensExpression()) {
      return new Template(List.of(expression(depth + 1)));
    }
    Part.Literal literal = literal(stops, escapes);
    if (literal.start() == literal.end()) {
      throw peek() == END ? unclosed() : new Refusal(missing);
    }
    return new Template(List.of(literal));
  }

  private Part.Literal literal(String stops, boolean escapes) {
    int start = at;
    StringBuilder meant = new StringBuilder();
    while (at < text.length() && !opensExpression()) {
      if (escapes && (text.startsWith("$$", at) || startsEscape())) {
        at++;
      } else if (stops.indexOf(text.charAt(at)) >= 0) {
        break;
      }
      meant.append(text.charAt(at++));
    }
    return new Part.Literal(start, at, meant.toString());
  }

  private boolean startsEscape() {
    return text.startsWith("\\/", at) || text.startsWith("\\\\", at);
  }

  private boolean opensExpression() {
    return text.startsWith("${", at);
  }

  private void close() throws Refusal {
    if (skip('}')) {
      return;
    }
    if (peek() == END) {
      throw unclosed();
    }
    String found =
        peek() < ' ' ? "a control character" : '"' + Character.toString(text.codePointAt(at)) + '"';
    throw new Refusal("Flux expects the closing brace where " + found + " stands");
  }

  private static Refusal unclosed() {
    return new Refusal("no closing brace");
  }

  private int peek() {
    return at < text.length() ? text.charAt(at) : END;
  }

  private boolean skip(char expected) {
    if (peek() != expected) {
      return false;
    }
    at++;
    return true;
  }
}
