package dev.migrationgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.fix.Reach;
import dev.migrationgate.golden.Run;
import dev.migrationgate.rules.Rule;
import dev.migrationgate.rules.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code explain} and {@code rules}. */
class RuleCommandsTest {
  private static final byte[] NOTHING = {};

  static Stream<String> ids() {
    return Rules.ALL.stream().map(Rule::id);
  }

  @ParameterizedTest
  @MethodSource("ids")
  void everyRuleIsExplained(String id) {
    Run run = Run.of(NOTHING, "explain", id);
    assertThat(run.exitCode()).isZero();
    assertThat(run.report()).isEmpty();
    assertThat(run.text())
        .startsWith(id + "\n\n  ")
        .contains("\n\nWhat it finds\n\n  ", "\n\nBad\n\n", "\n\nGood\n\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gate-mising | there is no rule \"gate-mising\"; the nearest is gate-missing",
        "jobttlmissing | there is no rule \"jobttlmissing\"; the nearest is job-ttl-missing",
        "ttl | there is no rule \"ttl\"; there is job-ttl-missing, job-ttl-reruns",
        "quantum | there is no rule \"quantum\"; \"migration-gate rules\" lists all"
      })
  void anUnknownRuleLeadsToTheNearest(String id, String message) {
    Run run = Run.of(NOTHING, "explain", id);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.text()).isEmpty();
    assertThat(run.report())
        .isEqualTo("migration-gate: " + message + "; see migration-gate explain --help\n");
  }

  @Test
  void explainNeedsARule() {
    Run run = Run.of(NOTHING, "explain");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.report()).contains("Missing required parameter: 'RULE'").hasLineCount(1);
  }

  @Test
  void rulesAreListedOneALine() {
    Run run = Run.of(NOTHING, "rules");
    assertThat(run.exitCode()).isZero();
    List<String> lines = run.text().lines().toList();
    assertThat(lines).hasSameSizeAs(Rules.ALL).isSorted();
    for (Rule rule : Rules.ALL) {
      assertThat(lines)
          .anyMatch(line ->
              List.of(line.split(" {2,}"))
                  .equals(List.of(rule.id(), rule.severity().id(), fix(rule, "-"), rule.title())));
    }
  }

  private static String fix(Rule rule, String none) {
    return rule.reach() == Reach.NONE ? none : rule.reach().name().toLowerCase(Locale.ROOT);
  }

  @Test
  void rulesAsJson() {
    Run run = Run.of(NOTHING, "rules", "--format", "json");
    assertThat(run.exitCode()).isZero();
    List<String> ids = new ArrayList<>();
    for (JsonNode rule : JsonMapper.shared().readTree(run.text())) {
      Rule meant = Rules.named(rule.get("id").asString()).orElseThrow();
      ids.add(meant.id());
      assertThat(rule.get("severity").asString()).isEqualTo(meant.severity().id());
      assertThat(rule.get("fix").asString()).isEqualTo(fix(meant, "none"));
      assertThat(rule.get("title").asString()).isEqualTo(meant.title());
      assertThat(rule.get("parameters")).hasSameSizeAs(meant.parameters());
    }
    assertThat(ids).isSorted().containsExactlyInAnyOrderElementsOf(ids().toList());
  }

  @Test
  void anUnknownFormatIsRefused() {
    Run run = Run.of(NOTHING, "rules", "--format", "xml");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.report()).hasLineCount(1).contains("xml", "text, json");
  }
}
