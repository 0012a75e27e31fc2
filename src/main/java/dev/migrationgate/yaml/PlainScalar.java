package dev.migrationgate.yaml;

/**
 * What YAML parsers make of a plain scalar.
 *
 * <p>The parsers are sigs.k8s.io/yaml 1.6 (go-yaml v2: kubectl, the API server, Flux), go-yaml v3
 * 3.0.1 and kustomize 5.5. In doubt a text is taken for something else than a string: a quote too
 * many does no harm.
 */
public final class PlainScalar {
  private static final int END = -1;

  private PlainScalar() {}

  /** True when all of these parsers read the plain scalar as the very string. */
  public static boolean isStringEverywhere(String text) {
    return !isReserved(text) && !isNumber(text) && !isTimestamp(text);
  }

  /**
   * True when the text can stand as a plain scalar on one line, in block or flow context, and is
   * read back as exactly this string by all of these parsers.
   */
  public static boolean canBePlain(String text, boolean inFlow) {
    return isStringEverywhere(text)
        && canStart(text)
        && canEnd(text)
        && canContinue(text, inFlow)
        && !isDocumentMarker(text);
  }

  /**
   * True for what all parsers read as the same integer, so that an integer field may hold it:
   * decimal digits within 64 bits, with a minus sign or none and no zeros in front. {@code -0} is
   * written {@code 0} by some.
   */
  public static boolean isInteger(String text) {
    int first = text.startsWith("-") ? 1 : 0;
    int digits = text.length() - first;
    if (digits == 0 || digits > 19 || digitsFrom(text, first, 10) < text.length()) {
      return false;
    }
    if (text.charAt(first) == '0' && text.length() > 1) {
      return false;
    }
    // Nineteen digits of the same length compare like numbers.
    return digits < 19
        || text.substring(first)
                .compareTo(first == 0 ? "9223372036854775807" : "9223372036854775808")
            <= 0;
  }

  /** True for {@code true} and {@code false}, which alone are booleans to all parsers. */
  public static boolean isBoolean(String text) {
    return text.equals("true") || text.equals("false");
  }

  private static boolean isReserved(String text) {
    return switch (text) {
      case "", "~", "null", "Null", "NULL", "<<" -> true;
      case "true", "True", "TRUE", "false", "False", "FALSE" -> true;
      case "y", "Y", "yes", "Yes", "YES", "n", "N", "no", "No", "NO" -> true;
      case "on", "On", "ON", "off", "Off", "OFF" -> true;
      case ".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF" -> true;
      case "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF" -> true;
      default -> false;
    };
  }

  private static boolean isNumber(String text) {
    int first = charAt(text, 0);
    if (first != '+' && first != '-' && first != '.' && !isDigit(first, 10)) {
      return false;
    }
    // Both go-yamls drop underscores wherever they stand.
    String plain = text.indexOf('_') < 0 ? text : text.replace("_", "");
    int start = afterSign(plain, 0);
    int radix = radixOfPrefix(plain, start);
    if (radix != 10) {
      // The sign after the prefix is a quirk of both go-yamls, for binary and octal.
      int digits = afterSign(plain, start + 2);
      return digits < plain.length() && digitsFrom(plain, digits, radix) == plain.length();
    }
    // What overflows is a string to all of them.
    return isDecimal(plain, start) && !Double.isInfinite(Double.parseDouble(plain));
  }

  /** Digits with an optional point and exponent; digits before or after the point suffice. */
  private static boolean isDecimal(String text, int start) {
    int point = digitsFrom(text, start, 10);
    int digits = point - start;
    int end = point;
    if (charAt(text, point) == '.') {
      end = digitsFrom(text, point + 1, 10);
      digits += end - point - 1;
    }
    if (digits == 0) {
      return false;
    }
    if (charAt(text, end) == 'e' || charAt(text, end) == 'E') {
      int exponent = afterSign(text, end + 1);
      end = digitsFrom(text, exponent, 10);
      if (end == exponent) {
        return false;
      }
    }
    return end == text.length();
  }

  /** A date, and anything that starts with one before a T or a space. */
  private static boolean isTimestamp(String text) {
    int year = digitsFrom(text, 0, 10);
    if (year != 4 || charAt(text, year) != '-') {
      return false;
    }
    int month = digitsFrom(text, year + 1, 10);
    if (month == year + 1 || month > year + 3 || charAt(text, month) != '-') {
      return false;
    }
    int day = digitsFrom(text, month + 1, 10);
    if (day == month + 1 || day > month + 3) {
      return false;
    }
    int next = charAt(text, day);
    return next == END || next == 'T' || next == 't' || next == ' ';
  }

  private static boolean canStart(String text) {
    int next = charAt(text, 1);
    return switch (text.charAt(0)) {
      case ' ', ',', '[', ']', '{', '}', '#', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`' ->
          false;
      case '?', ':' -> false;
      case '-' -> next != END && next != ' ';
      default -> true;
    };
  }

  private static boolean canEnd(String text) {
    char last = text.charAt(text.length() - 1);
    return last != ' ' && last != ':';
  }

  private static boolean canContinue(String text, boolean inFlow) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (!Printable.onOneLine(c)
          || c == ':' && charAt(text, i + 1) == ' '
          || c == '#' && i > 0 && text.charAt(i - 1) == ' '
          || inFlow && ",[]{}?".indexOf(c) >= 0) {
        return false;
      }
      i += Character.charCount(c);
    }
    return true;
  }

  /** At the start of a line {@code ---} and {@code ...} end a document, and it may be one. */
  private static boolean isDocumentMarker(String text) {
    return (text.startsWith("---") || text.startsWith("..."))
        && (text.length() == 3 || text.charAt(3) == ' ');
  }

  private static int afterSign(String text, int at) {
    return charAt(text, at) == '+' || charAt(text, at) == '-' ? at + 1 : at;
  }

  private static int radixOfPrefix(String text, int at) {
    if (charAt(text, at) != '0') {
      return 10;
    }
    return switch (charAt(text, at + 1)) {
      case 'x', 'X' -> 16;
      case 'o', 'O' -> 8;
      case 'b', 'B' -> 2;
      default -> 10;
    };
  }

  private static int digitsFrom(String text, int at, int radix) {
    int end = at;
    while (isDigit(charAt(text, end), radix)) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(int c, int radix) {
    // Character.digit knows the digits of all scripts.
    return c >= 0 && c < 0x80 && Character.digit(c, radix) >= 0;
  }

  private static int charAt(String text, int at) {
    return at < text.length() ? text.charAt(at) : END;
  }
}
