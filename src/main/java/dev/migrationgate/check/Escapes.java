package dev.migrationgate.check;

/** Where the characters of a double-quoted scalar stand in the file. */
final class Escapes {
  private Escapes() {}

  /**
   * The offset of each character of the value, and that of its end.
   *
   * @param text the file's
   * @param start behind the opening quote
   * @param end before the closing one
   * @return empty where the scalar takes several lines, which are joined by rules of their own
   */
  static int[] offsets(String text, int start, int end, int length) {
    int[] offsets = new int[length + 1];
    int count = 0;
    int at = start;
    while (at < end && count < length && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      offsets[count] = at;
      count++;
      int taken = text.charAt(at) == '\\' ? escape(text, at + 1) : 1;
      // What lies outside the BMP is two characters of the value.
      if (taken == 10 && count < length && text.charAt(at + 5) != '0') {
        offsets[count] = at;
        count++;
      }
      at += taken;
    }
    offsets[count] = end;
    return count == length && at == end ? offsets : new int[0];
  }

  private static int escape(String text, int at) {
    return switch (text.charAt(at)) {
      case 'x' -> 4;
      case 'u' -> 6;
      case 'U' -> 10;
      default -> 2;
    };
  }
}
