package dev.migrationgate.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalarEditTest {
  @Test
  void keepsWhatStandsBehindABlock() {
    assertThat(edited("k: |\n  one\n\n# why\na: b\n")).isEqualTo("k: \"1.10\"\n\n# why\na: b\n");
    assertThat(edited("k: >-\n  one\n  two\n")).isEqualTo("k: \"1.10\"\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{a: b, k: v}    | {a: b, k: \"1.10\"}",
        "{a: b, k: }     | {a: b, k: \"1.10\" }",
        "{a: b, k:}      | {a: b, k: \"1.10\"}",
        "{k, a: b}       | {k: \"1.10\", a: b}",
        "{\"k\", a: b}   | {\"k\": \"1.10\", a: b}",
        "k:              | k: \"1.10\"",
        "k: 'v' # why    | k: '1.10' # why",
        "k: &x v         | k: &x \"1.10\"",
        "k: !!str v      | k: !!str \"1.10\"",
        "k: !!str &x v   | k: !!str &x \"1.10\"",
        "k: &x           | k: &x \"1.10\"",
        "{k: &x v, a: b} | {k: &x \"1.10\", a: b}",
        "{k: &x , a: b}  | {k: &x \"1.10\" , a: b}",
        "{&x k, a: b}    | {&x k: \"1.10\", a: b}",
      })
  void writesNothingButTheValue(String before, String after) {
    assertThat(edited(before)).isEqualTo(after);
  }

  /** The text, with another value of k. */
  private static String edited(String text) {
    SourceText source = new SourceText("input", text);
    Mapping root = (Mapping) YamlReader.read(source).get(0).root();
    Scalar value = (Scalar) root.entry("k").orElseThrow().value();
    Edit edit = ScalarEdit.of(source, value, "1.10", root.flow());
    StringBuilder edited = new StringBuilder();
    Edits.of(List.of(edit)).copy(text, 0, text.length(), edited);
    return edited.toString();
  }
}
