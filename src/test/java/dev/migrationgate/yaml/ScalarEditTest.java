package dev.migrationgate.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        "{a: b, ? k}     | {a: b, ? k: \"1.10\"}",
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

  /** The key has no colon, or takes several lines: there is no place for a value. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "? k",
        "? k\n",
        "a: b\n? k\n# why\n",
        "a: b\n? k\n# why:\n",
        "? k # why:\n",
        "? \"k\"\n",
        "? k\n? a\n: b\n",
        "{k\n, a: b}",
        "{a: b, \"k\"\n}",
      })
  void isRefusedWhereAValueHasNoPlace(String text) {
    assertThat(tried(text)).isEmpty();
  }

  /** What is shared stands in brackets, where a comma says more than outside of them. */
  @Test
  void isRefusedWhereMoreWouldChange() {
    SourceText source = new SourceText("input", "a: [&x v]\nk: *x\n");
    Scalar value = (Scalar) YamlReader.read(source).get(0).root().get("k").orElseThrow().target();
    assertThat(ScalarEdit.applied(source, value, "a,b", false)).isEmpty();
    assertThat(ScalarEdit.applied(source, value, "a,b", true)).contains("a: [&x \"a,b\"]\nk: *x\n");
  }

  private static String edited(String text) {
    return tried(text).orElseThrow();
  }

  /** The text, with another value of k. */
  private static Optional<String> tried(String text) {
    SourceText source = new SourceText("input", text);
    Mapping root = (Mapping) YamlReader.read(source).get(0).root();
    Scalar value = (Scalar) root.entry("k").orElseThrow().value();
    return ScalarEdit.applied(source, value, "1.10", root.flow());
  }
}
