package dev.migrationgate.terminal;

import java.util.List;

/** How many columns of a terminal a text takes. */
public final class Columns {
  private Columns() {}

  /** One for each letter, two for those of East Asian scripts and emoji, none for accents. */
  public static int of(String text) {
    int columns = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      columns += of(c);
      i += Character.charCount(c);
    }
    return columns;
  }

  private static int of(int c) {
    if (c < 0x300) {
      return 1;
    }
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(c) ? 2 : 1;
    };
  }

  private static boolean isWide(int c) {
    return c >= 0x1F300 && c <= 0x1FAFF
        || c >= 0xFF01 && c <= 0xFF60
        || switch (Character.UnicodeScript.of(c)) {
          case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
          default -> false;
        };
  }

  /** The text with spaces behind it, so that it takes as many columns; never cut. */
  public static String padded(String text, int columns) {
    return text + " ".repeat(Math.max(columns - of(text), 0));
  }

  /**
   * Breaks a text into lines at its spaces, none wider than this unless a single word is.
   *
   * @return at least one line
   */
  public static List<String> wrapped(String text, int columns) {
    Paragraph paragraph = new Paragraph();
    paragraph.add(text, Style.PLAIN);
    List<String> lines = paragraph.lines(new Terminal(columns, false, true), Math.max(columns, 1));
    return lines.isEmpty() ? List.of("") : lines;
  }
}
