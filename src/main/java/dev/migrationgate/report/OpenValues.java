package dev.migrationgate.report;

import java.util.Locale;

/** Tells what may be shown of that which stands under the name of a secret. */
final class OpenValues {
  private OpenValues() {}

  /**
   * True for what is no secret: nothing, a switch, what refers to a value that stands elsewhere.
   */
  static boolean isShown(String name, String text, int start, int end) {
    int from = Values.behindQuote(text, start);
    return isShown(
        name, text.substring(from, Math.max(Values.beforeQuote(text, from, end), from)).trim());
  }

  /** The same of a value without its quotes. */
  static boolean isShown(String name, String value) {
    return isPlain(value)
        || isReference(value)
        || (isPath(value) && (!SecretNames.isPassword(name) || isLong(name, value)))
        || (SecretNames.isAmbiguous(name) && isName(value));
  }

  /** True where a value starts that is none yet: a collection, an expression, a command. */
  static boolean isCollection(String text, int start) {
    return Literals.end(text, start) == start
        && (text.startsWith("{", start)
            || text.startsWith("[", start)
            || (text.startsWith("$(", start) && endOfReference(text, start) == start));
  }

  private static boolean isPlain(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "",
          "true",
          "false",
          "yes",
          "no",
          "null",
          "none",
          "on",
          "off",
          "0",
          "1",
          "~",
          "***",
          "|",
          "|-",
          ">",
          ">-" ->
          true;
      default -> false;
    };
  }

  private static boolean isReference(String value) {
    return (value.startsWith("{{") && Literals.end(value, 0) == 0)
        || (!value.isEmpty() && endOfReference(value, 0) == value.length());
  }

  /** Behind {@code $NAME}, {@code $(NAME)} or <code>${NAME}</code>; the start where none stands. */
  static int endOfReference(String text, int start) {
    if (start + 1 >= text.length() || text.charAt(start) != '$') {
      return start;
    }
    char open = text.charAt(start + 1);
    boolean braced = open == '{' || open == '(';
    int from = braced ? start + 2 : start + 1;
    int at = from;
    while (at < text.length() && isVariableCharacter(text.charAt(at))) {
      at++;
    }
    if (at == from || Character.isDigit(text.charAt(from))) {
      return start;
    }
    if (!braced) {
      return at;
    }
    char close = open == '{' ? '}' : ')';
    return at < text.length() && text.charAt(at) == close ? at + 1 : start;
  }

  private static boolean isVariableCharacter(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  /** A password may begin with a slash; the path of a file has one more. */
  private static boolean isLong(String name, String value) {
    return name.equals("PWD") || value.indexOf('/', 1) > 0;
  }

  private static boolean isPath(String value) {
    int at = 1;
    while (at < value.length() && Character.isLowerCase(value.charAt(at))) {
      at++;
    }
    if (at == 1 || value.charAt(0) != '/' || (at < value.length() && value.charAt(at) != '/')) {
      return false;
    }
    while (at < value.length()) {
      char c = value.charAt(at);
      if (!Character.isLetterOrDigit(c) && "/._-".indexOf(c) < 0) {
        return false;
      }
      at++;
    }
    return true;
  }

  /** True for what reads as the name of a resource of several words, or of a key of a Secret. */
  private static boolean isName(String value) {
    boolean words = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (!Character.isLowerCase(c) && c != '-' && c != '.') {
        return SecretNames.isSecret(value);
      }
      words |= c == '-';
    }
    return words || SecretNames.isSecret(value);
  }
}
