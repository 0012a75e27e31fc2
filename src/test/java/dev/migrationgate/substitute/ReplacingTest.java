package dev.migrationgate.substitute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplacingTest {
  private static final int SIDE = 1 << 12;

  /** Each letter becomes as many as there are letters. */
  @Test
  void whatIsMadeHasALimit() {
    assertThat(SIDE * SIDE).isEqualTo(Replacing.MAX_LENGTH);
    assertThat(replaced("a".repeat(SIDE))).isEqualTo(new Outcome.Value("b".repeat(SIDE * SIDE)));
    Outcome tooLong = new Outcome.Failed("the replaced text is longer than 16777216 characters");
    assertThat(replaced("a".repeat(SIDE + 1))).isEqualTo(tooLong);
    assertThat(replaced("a".repeat(SIDE) + "c")).isEqualTo(tooLong);
  }

  private static Outcome replaced(String value) {
    Part.Expression expression = (Part.Expression) Template.parse("${V//a/${W}}").parts().get(0);
    return Evaluation.of(
        expression, name -> Optional.of(name.equals("W") ? "b".repeat(SIDE) : value));
  }
}
