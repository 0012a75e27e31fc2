package dev.migrationgate.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalarEditTest {
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
      })
  void writesNothingButTheValue(String before, String after) {
    SourceText source = new SourceText("input", before);
    Mapping root = (Mapping) YamlReader.read(source).get(0).root();
    Scalar value = (Scalar) root.entry("k").orElseThrow().value();
    Edit edit = ScalarEdit.of(source, value, "1.10", root.flow());
    StringBuilder edited = new StringBuilder();
    Edits.of(List.of(edit)).copy(before, 0, before.length(), edited);
    assertThat(edited).hasToString(after);
  }
}
