package dev.migrationgate.pattern.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.pattern.Containers;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which database a command line names. */
class DatabasePlaceTest {

  @ParameterizedTest
  @CsvSource({
    "goose postgres postgres://db/shop up, '', postgres://db/shop",
    "postgres://db/shop, '', postgres://db/shop",
    "migrate -database postgres://db/shop up, -database, postgres://db/shop",
    "migrate --url=mysql://db/shop up, --url, mysql://db/shop",
    "DATABASE_URL=postgres://db/shop migrate, DATABASE_URL, postgres://db/shop",
    "psql -h db -d shop -f x.sql, -h, postgresql://db/shop",
    "psql -d shop --host db, -h, postgresql://db/shop",
    "psql --host=db --dbname=shop, -h, postgresql://db/shop",
    "psql -hdb -dshop, -h, postgresql://db/shop",
    "psql -h db -d postgres://db/shop, -d, postgres://db/shop",
  })
  void isNamedByTheCommandLine(String script, String setting, String address) {
    assertThat(of(script)).containsExactly(new DatabasePlace(setting, address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "psql -h db",
        "psql -d shop",
        "psql -h",
        "psql --host -d",
        "psql --host= -d shop",
        "tool -h db -d shop",
        "curl https://db/shop",
        "curl ://db/shop",
        "curl --url=https://db/shop",
        "migrate =postgres://db/shop",
      })
  void isNamedByNothingElse(String script) {
    assertThat(of(script)).isEmpty();
  }

  private static List<DatabasePlace> of(String script) {
    return DatabasePlace.of(Containers.shell("shop:1", script));
  }
}
