package dev.migrationgate.pattern.delivery;

import dev.migrationgate.growth.Growth;
import dev.migrationgate.growth.Hostile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What reads the annotations of deliverers, given what it likes least. */
@Tag("growth")
class DeliveryGrowthTest {
  private static final int LONGEST = 10_000_000;

  @Test
  void ofDurations() {
    Growth.isLinear(
        Stream.of("1", "1s", "s").map(Hostile::of).toList(), LONGEST, Duration::seconds);
  }

  @Test
  void ofCommaLists() {
    Growth.isLinear(
        Stream.of(",", "a,", " ", "a ,").map(Hostile::of).toList(), LONGEST, CommaList::of);
  }
}
