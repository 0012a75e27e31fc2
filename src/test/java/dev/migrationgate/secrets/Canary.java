package dev.migrationgate.secrets;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * A word that stands in all that is secret and nowhere else, and the forms in which it could get
 * out. It is legal in a resource's name, in a tag and in a URL.
 */
final class Canary {
  static final String WORD = "c4nary";

  private static final List<String> BASE64 = inBase64();

  private Canary() {}

  /** What of it a text gives away: the text around it, none where it keeps quiet. */
  static List<String> in(String text) {
    List<String> found = new ArrayList<>();
    String lower = text.toLowerCase(Locale.ROOT);
    add(found, text, lower.indexOf(WORD));
    for (String form : BASE64) {
      add(found, text, text.indexOf(form));
    }
    return found;
  }

  private static void add(List<String> found, String text, int at) {
    if (at >= 0) {
      found.add(text.substring(Math.max(at - 120, 0), Math.min(at + 40, text.length())));
    }
  }

  static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Base64 shows a word in three ways, by what stands before it; these are what surely stays. */
  private static List<String> inBase64() {
    List<String> forms = new ArrayList<>();
    for (int before = 0; before < 3; before++) {
      String whole = base64("x".repeat(before) + WORD);
      int from = before == 0 ? 0 : before + 1;
      int to = (before + WORD.length()) * 8 / 6;
      forms.add(whole.substring(from, to));
    }
    return forms;
  }
}
