package dev.migrationgate.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose findings are mended. */
class FixSettingsTest {

  @ParameterizedTest
  @CsvSource({
    "false, false, '', false, false, false",
    "true, false, '', true, false, false",
    "false, true, '', true, true, false",
    "true, true, '', true, true, false",
    "false, false, gate-missing, false, true, false",
    "true, false, gate-missing, true, true, false",
    "false, false, gate-late, false, false, true",
  })
  void eachRuleHasItsReach(
      boolean safe, boolean wire, String rule, boolean mode, boolean missing, boolean late) {
    FixSettings settings = new FixSettings(safe, wire, rule.isEmpty() ? Set.of() : Set.of(rule));
    assertThat(settings.asksFor("gate-mode")).as("safe").isEqualTo(mode);
    assertThat(settings.asksFor("gate-missing")).as("wire").isEqualTo(missing);
    assertThat(settings.asksFor("gate-late")).as("without a fix").isEqualTo(late);
    assertThat(settings.asksFor("no-rule")).isFalse();
    assertThat(settings.isEmpty()).isEqualTo(!safe && !wire && rule.isEmpty());
  }

  @Test
  void thoseWithAFixAreListed() {
    assertThat(Rules.fixable()).contains("gate-mode", "gate-missing").doesNotContain("gate-late");
  }
}
