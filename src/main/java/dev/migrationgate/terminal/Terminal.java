package dev.migrationgate.terminal;

import java.text.Normalizer;

/**
 * What somebody reads the output on.
 *
 * @param width how many columns a line may take
 * @param colour true where escape codes are wanted
 * @param unicode true where letters beyond ASCII can be shown
 */
public record Terminal(int width, boolean colour, boolean unicode) {
  private static final int NARROWEST = 40;

  public Terminal {
    width = Math.max(width, NARROWEST);
  }

  /** The text in a style, where there are styles. */
  public String styled(Style style, String text) {
    return colour ? style.of(text) : text;
  }

  /** The text in letters that can be shown; nothing is lost that a reader needs. */
  public String printable(String text) {
    if (unicode || isAscii(text)) {
      return text;
    }
    StringBuilder ascii = new StringBuilder(text.length() + 16);
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
    for (int i = 0; i < decomposed.length(); ) {
      int c = decomposed.codePointAt(i);
      i += Character.charCount(c);
      if (c < 0x80) {
        ascii.append((char) c);
      } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
        ascii.append(inAscii(c));
      }
    }
    return ascii.toString();
  }

  private static String inAscii(int c) {
    return switch (c) {
      case '–', '—', '─', '−' -> "-";
      case '→' -> "->";
      case '←' -> "<-";
      case '“', '”', '„' -> "\"";
      case '‘', '’', '‚' -> "'";
      case '•', '·' -> "*";
      case '×' -> "x";
      case '│' -> "|";
      case '├', '└' -> "+";
      case '✓', '✔' -> "+";
      case '✗', '✘' -> "x";
      case '…' -> "...";
      case '≥' -> ">=";
      case '≤' -> "<=";
      default -> String.format(c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
    };
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
