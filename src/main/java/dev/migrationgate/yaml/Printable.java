package dev.migrationgate.yaml;

/** Which characters may stand in a scalar as they are. */
final class Printable {
  private Printable() {}

  /**
   * True for what YAML calls printable (1.1 and 1.2), without line breaks of either version (NEL,
   * LS and PS are breaks in 1.1 only), byte order marks and tabs.
   */
  static boolean onOneLine(int codePoint) {
    if (codePoint < 0xA0) {
      return codePoint >= 0x20 && codePoint < 0x7F;
    }
    if (codePoint <= 0xFFFF) {
      return codePoint <= 0xD7FF && codePoint != 0x2028 && codePoint != 0x2029
          || codePoint >= 0xE000 && codePoint <= 0xFFFD && codePoint != 0xFEFF;
    }
    return true;
  }
}
