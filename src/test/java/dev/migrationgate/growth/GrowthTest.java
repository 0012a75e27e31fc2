package dev.migrationgate.growth;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What takes quadratic time is told. */
@Tag("growth")
class GrowthTest {
  @Test
  void noticesQuadraticTime() {
    assertThatThrownBy(
            () -> Growth.isLinear(List.of(Hostile.of("a")), 400, GrowthTest::takesQuadraticTime))
        .hasMessageContaining("401 characters")
        .hasMessageContaining("a quarter of them in");
  }

  @Test
  void noticesAnEarlyEnd() {
    assertThatThrownBy(() ->
            Growth.isLinear(
                List.of(Hostile.of("a")),
                100,
                text -> {
                  throw new IllegalArgumentException(text);
                }))
        .hasMessageContaining("with 2 characters");
  }

  /** A hundred characters take 0.6 seconds of the processor, twice as many four times as long. */
  private static void takesQuadraticTime(String text) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long end = threads.getCurrentThreadCpuTime() + 60_000L * text.length() * text.length();
    while (threads.getCurrentThreadCpuTime() < end) {
      Thread.onSpinWait();
    }
  }
}
