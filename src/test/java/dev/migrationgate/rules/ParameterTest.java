package dev.migrationgate.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a setting of a rule takes. */
class ParameterTest {

  @ParameterizedTest
  @CsvSource({
    "TEXT, shop, true",
    "TEXT, two words, false",
    "TEXT, ' shop', false",
    "TEXT, '', false",
    "NUMBER, 0, true",
    "NUMBER, 999999999, true",
    "NUMBER, 1000000000, false",
    "NUMBER, -1, false",
    "NUMBER, 1.5, false",
    "DURATION, 10m, true",
    "DURATION, 90s, true",
    "DURATION, 1h, true",
    "DURATION, 12345678s, true",
    "DURATION, 123456789s, false",
    "DURATION, s, false",
    "DURATION, 10, false",
    "DURATION, 1m0s, false",
    "GATE, kubectl-wait, true",
    "GATE, k8s-wait-for, true",
    "GATE, database, true",
    "GATE, sleep, false",
    "DIGEST, sha256:0123, false",
    "DIGEST, sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef, true",
    "DIGEST, sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdeg, false",
    "DIGEST, sha512:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef, false",
  })
  void takesOneValueOfItsForm(Parameter.Form form, String value, boolean accepted) {
    Parameter parameter = new Parameter("name", "what", List.of(), form);
    assertThat(parameter.accepts(List.of(value))).isEqualTo(accepted);
    assertThat(parameter.accepts(List.of(value, value))).isFalse();
    assertThat(parameter.accepts(List.of())).isFalse();
    assertThat(form.demand()).isNotBlank();
  }

  @Test
  void takesAnyTexts() {
    Parameter parameter = new Parameter("name", "what", List.of(), Parameter.Form.TEXTS);
    assertThat(parameter.accepts(List.of())).isTrue();
    assertThat(parameter.accepts(List.of("one", "two words"))).isTrue();
  }
}
