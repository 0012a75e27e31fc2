package dev.migrationgate.config;

import java.util.Collection;
import java.util.Optional;

/** The word that a mistyped one was most likely meant to be. */
public final class Nearest {
  private static final int FAR = 3;

  private Nearest() {}

  /** The nearest of the known words, empty where none is at most two letters away. */
  public static Optional<String> to(String word, Collection<String> known) {
    Optional<String> nearest = Optional.empty();
    int best = FAR;
    for (String candidate : known) {
      int distance = distance(word, candidate);
      // Two letters of three are another word, not a slip.
      if (distance < best && distance < candidate.length() - 1) {
        best = distance;
        nearest = Optional.of(candidate);
      }
    }
    return nearest;
  }

  /** The nearest of the known words, however far. */
  static String closest(String word, Collection<String> known) {
    String closest = "";
    int best = Integer.MAX_VALUE;
    for (String candidate : known) {
      int distance = distance(word, candidate);
      if (distance < best) {
        best = distance;
        closest = candidate;
      }
    }
    return closest;
  }

  /** The Levenshtein distance. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int above = row[j];
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + change);
        diagonal = above;
      }
    }
    return row[other.length()];
  }
}
