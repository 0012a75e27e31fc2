package dev.migrationgate.yaml;

import java.util.HashMap;
import java.util.Map;

/** Short texts, each once: most are keys, and few of those differ. */
final class SharedTexts {
  private static final int LONGEST = 32;

  private final Map<String, String> texts = new HashMap<>();

  /** The text itself, or the equal one that was here before. */
  String share(String text) {
    if (text.length() > LONGEST) {
      return text;
    }
    String known = texts.putIfAbsent(text, text);
    return known == null ? text : known;
  }
}
