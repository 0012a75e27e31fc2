package dev.migrationgate.pattern.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What two addresses have in common, as far as that is certain. */
class DatabaseAddressTest {

  @ParameterizedTest
  @CsvSource({
    "postgres://db/shop, postgres://db:5432/shop, true",
    "postgres://db, postgres://db:5432, true",
    "postgres://db/, postgres://db.shop, true",
    "jdbc:mysql://db/shop, jdbc:mysql://db:3306/shop, true",
    "mongodb://db/shop, mongodb://db:27017/shop, true",
    "postgresql+asyncpg://a:b@db/shop?ssl=1, postgres://c:d@db.data:5432/shop, true",
    "sqlserver://db/shop, sqlserver://db.data/shop, true",
    "postgres://db/shop, postgres://db:5433/shop, false",
    "sqlserver://db/shop, sqlserver://other/shop, false",
    "mongodb://db/shop, mongodb://other/shop, false",
    "postgres://db/shop, postgres://db2/shop, false",
    "postgres://db/shop, postgres://db/other, false",
  })
  void urlsAgreeOrDiffer(String one, String other, boolean same) {
    assertThat(DatabaseAddress.agree(one, other)).isEqualTo(same);
    assertThat(DatabaseAddress.agree(other, one)).isEqualTo(same);
    assertThat(DatabaseAddress.differ("DATABASE_URL", one, other)).isNotEqualTo(same);
    assertThat(DatabaseAddress.differ("DATABASE_URL", other, one)).isNotEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource({
    "db, db",
    "postgres://db/shop, db",
    "postgres://db/shop, ://db/shop",
    "postgres://$(HOST)/shop, postgres://$(HOST)/shop",
    "postgres://db/shop, postgres://$(HOST)/shop",
    "postgres://db/$DB_NAME, postgres://db/shop",
  })
  void otherValuesAreNotCertain(String one, String other) {
    assertThat(DatabaseAddress.agree(one, other)).isFalse();
    assertThat(DatabaseAddress.agree(other, one)).isFalse();
    assertThat(DatabaseAddress.differ("DATABASE_URL", one, other)).isFalse();
    assertThat(DatabaseAddress.differ("DATABASE_URL", other, one)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Database__ConnectionString, true",
    "ConnectionStrings__Shop, true",
    "Shop__PostgreSqlConnectionString, true",
    "DB_CONNECTION_STRING, true",
    "MSSQL_HOST, true",
    "ServiceBusConnectionString, false",
    "Redis__ConnectionString, false",
    "BlobStorageConnectionString, false",
    "CONNECTION_STRING, false",
  })
  void aNameTellsASetting(String name, boolean setting) {
    assertThat(DatabaseAddress.isSetting(name)).isEqualTo(setting);
  }

  @ParameterizedTest
  @CsvSource({
    "PGPORT, 5432, 6432",
    "DB_HOST, db, db-pool",
    "DB_HOST, db, pgbouncer",
    "DB_NAME, shop, $(NAME)",
    "DB_HOST, db.data, db",
    "DB_USER, one, other",
  })
  void partsThatMayWellBeUnequal(String name, String one, String other) {
    assertThat(DatabaseAddress.differ(name, one, other)).isFalse();
    assertThat(DatabaseAddress.differ(name, other, one)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "DATABASE_URL, postgres://a:b@db.data:5432/shop?x=y, db.data",
    "DATABASE_URL, postgres://db, db",
    "DB_HOST, db:5432, db",
    "DB_HOST, db, db",
    "PGHOST, db, db",
    "DB_SERVER, db, db",
    "DB_HOSTNAME, db, db",
    "DB_NAME, shop, ''",
  })
  void theHostIsReadFromWhatNamesOne(String name, String value, String host) {
    assertThat(DatabaseAddress.host(name, value)).isEqualTo(host);
  }

  @ParameterizedTest
  @CsvSource({
    "DATABASE_URL, true, false",
    "DB_HOST, true, false",
    "ConnectionStrings__Shop, true, false",
    "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN, true, false",
    "DB_PORT, false, false",
    "DB_NAME, false, true",
    "PGDATABASE, false, true",
    "POSTGRES_DB, false, true",
    "APP_HOST, false, false",
  })
  void whatASettingTells(String name, boolean addressed, boolean database) {
    assertThat(DatabaseAddress.isAddressed(name)).isEqualTo(addressed);
    assertThat(DatabaseAddress.isDatabase(name)).isEqualTo(database);
  }

  @ParameterizedTest
  @CsvSource({
    "shop-db-root, true",
    "shop.postgres.credentials, true",
    "shop-stripe, false",
    "shop-db-redis, false",
  })
  void aSecretIsToldByItsName(String name, boolean expected) {
    assertThat(DatabaseAddress.isNamedIn(name)).isEqualTo(expected);
  }
}
