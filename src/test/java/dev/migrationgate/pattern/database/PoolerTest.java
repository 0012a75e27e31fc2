package dev.migrationgate.pattern.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.krm.ManifestReader;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.yaml.SourceText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tells the address of a pooler from that of a database. */
class PoolerTest {
  private static final String INPUT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: session-pgbouncer}
      spec: {template: {spec: {containers: [{name: p, env: [{name: X, value: y}, {name: PGBOUNCER_POOL_MODE, value: session}]}]}}}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: transaction-pgbouncer}
      spec: {template: {spec: {containers: [{name: p, env: [{name: POOL_MODE, value: transaction}, {name: X, value: session}]}]}}}
      ---
      apiVersion: postgresql.cnpg.io/v1
      kind: Pooler
      metadata: {name: cnpg-pooler}
      spec: {pgbouncer: {poolMode: transaction}}
      ---
      apiVersion: postgresql.cnpg.io/v1
      kind: Pooler
      metadata: {name: sessions-pooler}
      """;

  private static final Resources RESOURCES =
      new Resources(ManifestReader.read(new SourceText("test.yaml", INPUT)).resources());

  @ParameterizedTest
  @CsvSource({
    "DATABASE_URL, postgres://u:p@db:6432/shop, port 6432",
    "DATABASE_URL, postgres://db:6432, port 6432",
    "DATABASE_URL, postgres://db/shop?pgbouncer=true, pgbouncer=true",
    "DATABASE_URL, postgres://aws.pooler.supabase.com:6543/shop, port 6543",
    "DATABASE_URL, postgres://shop-pooler/shop?a=b, a host that is named after a pooler",
    "DATABASE_URL, postgres://shop-pooler.data:5432/shop, a host that is named after a pooler",
    "DATABASE_URL, postgres://transaction-pgbouncer/shop, a host that is named after a pooler",
    "DATABASE_URL, postgres://cnpg-pooler/shop, a host that is named after a pooler",
    "PGPORT, 6432, port 6432",
    "PGHOST, pgcat, a host that is named after a pooler",
    "DB_HOSTNAME, shop-pgbouncer.data, a host that is named after a pooler",
    "DB_SERVER, transaction-pgbouncer, a host that is named after a pooler",
  })
  void aPoolerIsTold(String name, String value, String sign) {
    assertThat(Pooler.sign(name, value, RESOURCES)).contains(sign);
  }

  @ParameterizedTest
  @CsvSource({
    "DATABASE_URL, postgres://db:5432/shop",
    "DATABASE_URL, postgres://db/pgbouncer=true",
    "DATABASE_URL, login?to=https://db:5432",
    "DATABASE_URL, postgres://aws.pooler.supabase.com:5432/shop",
    "DATABASE_URL, postgres://aws.pooler.supabase.com/shop",
    "DATABASE_URL, postgres://session-pgbouncer:6432/shop",
    "DATABASE_URL, postgres://sessions-pooler/shop",
    "PGHOST, session-pgbouncer",
    "PGHOST, sessions-pooler.data",
    "PGPORT, 5432",
    "DB_NAME, shop-pooler",
    "APP_PORT, 6432",
  })
  void whatIsNoneOrKeepsSessionsIsNot(String name, String value) {
    assertThat(Pooler.sign(name, value, RESOURCES)).isEmpty();
  }
}
