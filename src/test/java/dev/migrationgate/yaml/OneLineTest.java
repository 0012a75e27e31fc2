package dev.migrationgate.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneLineTest {
  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "1b, \\u001b",
    "0, \\u0000",
    "7, \\u0007",
    "7f, \\u007f",
    "85, \\u0085",
    "9b, \\u009b",
    "2028, \\u2028",
    "202e, \\u202e",
    "2066, \\u2066"
  })
  void whatATerminalObeysIsShown(String codePoint, String shown) {
    String text = "a" + (char) Integer.parseInt(codePoint, 16) + "b";
    assertThat(OneLine.of(text)).isEqualTo("a" + shown + "b");
  }

  @ParameterizedTest
  @CsvSource({"20", "7e", "a0", "2027", "202f", "2065", "206a", "1f600"})
  void theCharactersBesideThemStay(String codePoint) {
    String text = "a" + Character.toString(Integer.parseInt(codePoint, 16)) + "b";
    assertThat(OneLine.of(text)).isSameAs(text);
  }

  @Test
  void linesBecomeOne() {
    assertThat(OneLine.of("a\nb\r\nc\rd\te")).isEqualTo("a b cd\te");
  }

  /** Found by fuzzing a functionConfig's kind. */
  @Test
  void aRefusalIsOneLine() {
    assertThat(new InvalidYaml("kind is \"a\nb\"")).hasMessage("kind is \"a b\"");
  }
}
