package dev.migrationgate.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class QuotingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1.10    | \"1.10\"",
        "a\"b    | \"a\\\"b\"",
        "a\\b    | \"a\\\\b\"",
        "it's    | \"it's\"",
        "``      | \"\"",
        "\ud83d\ude80 | \"\ud83d\ude80\"",
      })
  void doubleQuoted(String text, String quoted) {
    assertThat(Quoting.doubleQuoted(text)).isEqualTo(quoted);
  }

  @Test
  void escapesWhatCannotBeSeen() {
    assertThat(Quoting.doubleQuoted("\n\r\t\u0000\u001b\u007f\u0085\u2028\u2029\ufeff\uffff"))
        .isEqualTo("\"\\n\\r\\t\\x00\\x1b\\x7f\\x85\\u2028\\u2029\\ufeff\\uffff\"");
    assertThat(Quoting.doubleQuoted("\ud7ff\ue000\ufffd")).isEqualTo("\"\ud7ff\ue000\ufffd\"");
    assertThat(Quoting.doubleQuoted("a\ud83db")).isEqualTo("\"a\\ud83db\"");
  }

  @Test
  void everyStringComesBack() {
    Random random = new Random(20260701);
    int[] limits = {0x80, 0x100, 0x3000, 0x10000, 0x110000};
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(12); length > 0; length--) {
        text.appendCodePoint(random.nextInt(limits[random.nextInt(limits.length)]));
      }
      String quoted = Quoting.doubleQuoted(text.toString());
      assertThat(quoted.lines()).hasSize(1);
      assertThat(loaded(quoted)).as(quoted).isEqualTo(text.toString());
    }
  }

  private static Object loaded(String yaml) {
    return new Load(LoadSettings.builder().build()).loadFromString(yaml);
  }
}
