package dev.migrationgate.substitute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrimmingTest {
  @Test
  void aPatternHasALimit() {
    assertThat(trim("a".repeat(Trimming.LONGEST_PATTERN))).isEqualTo(new Outcome.Value("b"));
    assertThat(trim("a".repeat(Trimming.LONGEST_PATTERN + 1))).isInstanceOf(Outcome.Failed.class);
  }

  private static Outcome trim(String pattern) {
    Part.Expression expression =
        (Part.Expression) Template.parse("${V#" + pattern + "}").parts().get(0);
    return Evaluation.of(
        expression, name -> Optional.of("a".repeat(Trimming.LONGEST_PATTERN) + "b"));
  }
}
