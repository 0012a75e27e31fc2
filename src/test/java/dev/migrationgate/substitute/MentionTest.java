package dev.migrationgate.substitute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.SourceText;
import dev.migrationgate.yaml.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MentionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${TAG}",
        "${TAG",
        "a${TAG}b",
        "$${TAG}",
        "${TAG:-x}",
        "${#TAG}",
        "${OTHER:-${TAG}}",
        "${TAGS} ${TAG}"
      })
  void namesAVariable(String text) {
    assertThat(Mention.isIn(text, "TAG")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "TAG", "$TAG", "${", "${#", "${TAGS}", "${TAG_2}", "${A_TAG}", "${TA"})
  void namesAnotherOrNone(String text) {
    assertThat(Mention.isIn(text, "TAG")).isFalse();
  }

  @Test
  void findsAValueInKeysValuesAndItems() {
    Node root =
        YamlReader.read(new SourceText("test", "a: [x, {k-v1: y}]\nb: image:v2\n")).get(0).root();
    assertThat(Mention.ofValue(root, "v1")).isTrue();
    assertThat(Mention.ofValue(root, "v2")).isTrue();
    assertThat(Mention.ofValue(root, "x")).isTrue();
    assertThat(Mention.ofValue(root, "v3")).isFalse();
    assertThat(Mention.ofValue(root, "")).isFalse();
  }
}
