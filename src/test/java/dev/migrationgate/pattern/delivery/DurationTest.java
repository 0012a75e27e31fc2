package dev.migrationgate.pattern.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Go's durations. */
class DurationTest {

  @ParameterizedTest
  @CsvSource({"90s, 90", "5m, 300", "1h30m, 5400", "0s, 0", "1h0m9s, 3609", "10m, 600"})
  void isReadInSeconds(String text, long seconds) {
    assertThat(Duration.seconds(text)).isEqualTo(OptionalLong.of(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "m", "5m3", "1d", "100ms", "-5m", "5 m", "1:s", "1/s"})
  void isNotReadFromAnythingElse(String text) {
    assertThat(Duration.seconds(text)).isEmpty();
  }
}
