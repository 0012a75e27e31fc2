package dev.migrationgate.graph;

import dev.migrationgate.terminal.Columns;

/**
 * How wide a text is drawn, without asking for fonts, which differ from reader to reader: the
 * widths of DejaVu Sans, which is wider than most.
 */
final class TextWidth {
  private static final String NARROW = "iIjl.,:;'|!()[]/ftr- ";
  private static final String WIDE = "mwMW@%";

  private TextWidth() {}

  /** The width in pixels at a font size in pixels. */
  static double of(String text, int size) {
    double ems = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (NARROW.indexOf(c) >= 0) {
        ems += 0.4;
      } else if (WIDE.indexOf(c) >= 0) {
        ems += 0.95;
      } else if (Character.isUpperCase(c)) {
        ems += 0.7;
      } else {
        ems += 0.63 * Columns.of(Character.toString(c));
      }
      i += Character.charCount(c);
    }
    return ems * size;
  }
}
