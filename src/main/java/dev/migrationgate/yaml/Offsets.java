package dev.migrationgate.yaml;

import java.util.Arrays;

/** Turns the parser's indexes, which count code points, into offsets of a Java string. */
final class Offsets {
  private final int shift;

  /** The code point indexes of the characters outside the BMP, each of which takes two chars. */
  private final int[] supplementary;

  /**
   * @param text the whole text
   * @param shift how many chars at its start the parser did not see
   */
  Offsets(String text, int shift) {
    this.shift = shift;
    int[] found = new int[0];
    int count = 0;
    for (int i = shift; i < text.length(); i++) {
      if (Character.isHighSurrogate(text.charAt(i))) {
        if (count == found.length) {
          found = Arrays.copyOf(found, Math.max(16, count * 2));
        }
        found[count] = i - shift - count;
        count++;
      }
    }
    this.supplementary = Arrays.copyOf(found, count);
  }

  int of(int codePointIndex) {
    if (supplementary.length == 0) {
      return codePointIndex + shift;
    }
    int before = Arrays.binarySearch(supplementary, codePointIndex);
    return codePointIndex + shift + (before < 0 ? -before - 1 : before);
  }
}
