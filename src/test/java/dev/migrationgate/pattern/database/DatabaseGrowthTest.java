package dev.migrationgate.pattern.database;

import dev.migrationgate.growth.Growth;
import dev.migrationgate.growth.Hostile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What reads the addresses of databases, given what it likes least. */
@Tag("growth")
class DatabaseGrowthTest {
  private static final int LONGEST = 10_000_000;

  @Test
  void ofHosts() {
    Growth.isLinear(
        Stream.of("://", "/", ":").map(Hostile::of).toList(),
        LONGEST,
        text -> DatabaseAddress.host("DB_URL", text));
  }

  @Test
  void ofUrlsInCommands() {
    Growth.isLinear(
        Stream.of("://", "mysql://", "mysql:", "mysql://a,").map(Hostile::of).toList(),
        LONGEST,
        DatabaseSources::urlsIn);
  }
}
