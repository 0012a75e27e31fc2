package dev.migrationgate.pattern.delivery;

import java.util.ArrayList;
import java.util.List;

/** What annotations hold that name several things: words parted by commas. */
final class CommaList {
  private CommaList() {}

  static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    for (String word : text.split(",")) {
      if (!word.isBlank()) {
        words.add(word.trim());
      }
    }
    return words;
  }
}
