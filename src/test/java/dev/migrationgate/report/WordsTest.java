package dev.migrationgate.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void masksEachWord() {
    Words words = new Words(List.of("secret", "sec", "hunter2"));
    assertThat(words.mask("the secret of sec, hunter2hunter2", "***"))
        .isEqualTo("the *** of ***, ******");
    assertThat(words.mask("nothing here", "***")).isEqualTo("nothing here");
    assertThat(words.mask("", "***")).isEmpty();
  }

  @Test
  void masksWhatOverlapsAsOne() {
    assertThat(new Words(List.of("abcd", "cdefgh")).mask("abcdefgh!", "***")).isEqualTo("***!");
  }

  @Test
  void knowsNoEmptyWord() {
    assertThat(new Words(List.of("")).mask("a", "***")).isEqualTo("a");
    assertThat(new Words(List.of()).in("a")).isEmpty();
  }

  @Test
  void findsWhatComparingWithEachWordFinds() {
    Random random = new Random(7);
    for (int turn = 0; turn < 2_000; turn++) {
      List<String> words = new ArrayList<>();
      for (int i = random.nextInt(12); i >= 0; i--) {
        words.add(text(random, 1 + random.nextInt(5)));
      }
      String text = text(random, random.nextInt(30));
      assertThat(new Words(words).in(text)).isEqualTo(contained(words, text));
      assertThat(new Words(words).mask(text, "*"))
          .as(words + " in " + text)
          .isEqualTo(masked(words, text));
    }
  }

  private static String text(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append("ab\u0161".charAt(random.nextInt(3)));
    }
    return text.toString();
  }

  private static Set<String> contained(List<String> words, String text) {
    return words.stream().filter(text::contains).collect(java.util.stream.Collectors.toSet());
  }

  /** Each character by itself: does some word cover it, and does a run begin there? */
  private static String masked(List<String> words, String text) {
    StringBuilder masked = new StringBuilder();
    int end = 0;
    for (int at = 0; at < text.length(); at++) {
      int from = at;
      int longest =
          words.stream()
              .filter(word -> text.startsWith(word, from))
              .mapToInt(String::length)
              .max()
              .orElse(0);
      if (longest > 0 && at >= end) {
        masked.append('*');
      }
      end = Math.max(end, at + longest);
      if (at >= end) {
        masked.append(text.charAt(at));
      }
    }
    return masked.toString();
  }
}
