package dev.migrationgate.report;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Finds any number of words in a text at once, wherever they stand in it.
 *
 * <p>The words are sorted. Of those that begin a text the longest is the greatest word that is not
 * greater than the text, or one that begins this word: so a search by halves finds it.
 */
final class Words {
  private static final int NONE = -1;

  private final String[] sorted;

  /** Of each word the longest other one that it begins with. */
  private final int[] within;

  /** The first characters, by their last bits: most places of a text begin no word. */
  private final boolean[] starts = new boolean[256];

  Words(Collection<String> words) {
    Set<String> distinct = new HashSet<>(words);
    distinct.remove("");
    sorted = distinct.toArray(new String[0]);
    Arrays.sort(sorted);
    within = new int[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      starts[sorted[i].charAt(0) & 0xFF] = true;
      int before = i - 1;
      while (before >= 0 && !sorted[i].startsWith(sorted[before])) {
        before = within[before];
      }
      within[i] = before;
    }
  }

  /** The words that stand in a text. */
  Set<String> in(String text) {
    Set<String> found = new HashSet<>();
    for (int at = 0; at < text.length(); at++) {
      for (int word = longestAt(text, at); word != NONE; word = within[word]) {
        found.add(sorted[word]);
      }
    }
    return found;
  }

  /** The text with a mask over each word; over one where words overlap. */
  String mask(String text, String mask) {
    StringBuilder masked = new StringBuilder();
    int copied = 0;
    for (int at = 0; at < text.length(); at++) {
      int word = longestAt(text, at);
      if (word != NONE) {
        if (at >= copied) {
          masked.append(text, copied, at).append(mask);
        }
        copied = Math.max(copied, at + sorted[word].length());
      }
    }
    return copied == 0 ? text : masked.append(text, copied, text.length()).toString();
  }

  private int longestAt(String text, int at) {
    if (!starts[text.charAt(at) & 0xFF]) {
      return NONE;
    }
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isGreater(sorted[middle], text, at)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    int word = low - 1;
    while (word != NONE && !text.startsWith(sorted[word], at)) {
      word = within[word];
    }
    return word;
  }

  private static boolean isGreater(String word, String text, int at) {
    int length = Math.min(word.length(), text.length() - at);
    for (int i = 0; i < length; i++) {
      char c = word.charAt(i);
      char other = text.charAt(at + i);
      if (c != other) {
        return c > other;
      }
    }
    return word.length() > length;
  }
}
