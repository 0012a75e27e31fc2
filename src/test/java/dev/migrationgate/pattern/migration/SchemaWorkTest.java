package dev.migrationgate.pattern.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.pattern.Given;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jobs that bring a schema, or copy a database, and say so by their commands alone. */
class SchemaWorkTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      quoteCharacter = '~',
      textBlock =
          """
          x         ^ [psql, -c, 'create table if not exists a (b int)']     ^ its command says "CREATE TABLE"
          x         ^ [node, -e, "db.run('ALTER TABLE a ADD b')"]            ^ its command says "ALTER TABLE"
          x         ^ [sh, -c, "mysql shop <<SQL\\nCREATE TABLE a (b int);\\nSQL"] ^ its command says "CREATE TABLE"
          x         ^ [cqlsh, store, -f, /cql/schema.cql]                    ^ its command gives /cql/schema.cql to a database
          x         ^ [psql, --file=/sql/tables.sql]                         ^ its command gives /sql/tables.sql to a database
          shop-db-init ^ [sh, -c, 'psql -f /sql/init.sql']                   ^ its name "shop-db-init" tells of a schema, its command gives /sql/init.sql to a database
          init-db   ^ [sh, -c, 'mysql -h db shop < /sql/init.sql']           ^ its name "init-db" tells of a schema, its command gives /sql/init.sql to a database
          db-init   ^ [python, init_db.py]                                   ^ its name "db-init" tells of a schema, its command starts "init_db.py"
          shop-schema ^ [./refresh-schema.sh]                                ^ its name "shop-schema" tells of a schema, its command starts "./refresh-schema.sh"
          initdb    ^ [python, -m, shop.initdb]                              ^ its name "initdb" tells of a schema, its command starts "shop.initdb"
          shop-load-schema ^ [bash, -c, /jobs/db-load-schema.sh]             ^ its name "shop-load-schema" tells of a schema, its command starts "/jobs/db-load-schema.sh"
          x         ^ [uv, run, shop, db, upgrade, heads]                    ^ its command says "db upgrade"
          """)
  void isOneByItsCommand(String name, String command, String evidence) {
    assertThat(evidenceOf(name, "tools:1", command)).contains(evidence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      quoteCharacter = '~',
      textBlock =
          """
          db-init        ^ tools:1     ^ [psql, -c, 'CREATE DATABASE shop']
          db-init        ^ tools:1     ^ [psql, -f, /sql/users.sql]
          db-init        ^ tools:1     ^ [sh, -c, 'echo init_db.sh']
          db-init        ^ shop:1      ^ [./run]
          db-init        ^ tools:1     ^ []
          shop-setup     ^ tools:1     ^ [psql, -f, /sql/data.sql]
          shop-init      ^ tools:1     ^ [psql, -f, /sql/init.sql]
          shop-db-seed   ^ tools:1     ^ [psql, -f, /sql/schema.sql]
          db-restore     ^ tools:1     ^ [psql, -f, /dump/tables.sql]
          schema-registry-init ^ tools:1 ^ [./init-schema.sh]
          kafka-schema   ^ tools:1     ^ [./init-schema.sh]
          shop-db-test   ^ tools:1     ^ [./setup-db.sh]
          x              ^ tools:1     ^ [./init-db.sh]
          x              ^ tools:1     ^ [db, upgrade]
          shop-load-db   ^ tools:1     ^ [./load-db.sh]
          x              ^ curl        ^ [curl, -d, 'CREATE TABLE a (b int)']
          db-migration   ^ tools:1     ^ [sh, -c, 'pg_dump -h old shop | psql -h new shop']
          db-migration   ^ tools:1     ^ [sh, -c, 'mysqldump shop | sed s/a/b/ | mysql -h new shop']
          db-migration   ^ tools:1     ^ [pgloader, /conf/shop.load]
          db-migration   ^ example/pgloader ^ []
          """)
  void isNoneByThese(String name, String image, String command) {
    assertThat(evidenceOf(name, image, command)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      quoteCharacter = '~',
      textBlock =
          """
          [sh, -c, 'pg_dump shop > /backup/shop.sql && ./migrate.sh']
          [sh, -c, 'pg_dump shop | gzip > /backup/shop.gz; psql -f /sql/migrate.sql']
          """)
  void aBackupBeforeIsNoCopy(String command) {
    assertThat(evidenceOf("db-migration", "tools:1", command)).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      textBlock =
          """
          CREATE TABLE a (b int);          ^ true
          CREATE ROLE shop; GRANT a TO b;  ^ false
          """)
  void whatAMountedFileSaysDecides(String text, boolean expected) {
    String job = job("db-init", "tools:1", "[psql, -f, /sql/init.sql]");
    MigrationDetector detector = new MigrationDetector(Set.of(), Set.of(), scripts(text));
    assertThat(detector.detect(Given.resource(job)).isPresent()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"shop-migrate-status, false", "shop-migrate, true"})
  void noLabelSaysMoreThanANameThatOnlyLooks(String name, boolean expected) {
    String named = name + ", labels: {app.kubernetes.io/component: migration}";
    assertThat(evidenceOf(named, "shop:1", "[./run, status]").isPresent()).isEqualTo(expected);
  }

  private static Optional<String> evidenceOf(String name, String image, String command) {
    return new MigrationDetector(Set.of(), Set.of(), new MountedScripts(new Resources(List.of())))
        .detect(Given.resource(job(name, image, command)))
        .map(MigrationJob::evidence)
        .map(said -> String.join(", ", said));
  }

  private static MountedScripts scripts(String text) {
    Resource configMap =
        Given.resource(
            "{apiVersion: v1, kind: ConfigMap, metadata: {name: sql}, data: {init.sql: '"
                + text
                + "'}}");
    return new MountedScripts(new Resources(List.of(configMap)));
  }

  private static String job(String name, String image, String command) {
    return """
    apiVersion: batch/v1
    kind: Job
    metadata: {name: %s}
    spec:
      template:
        spec:
          containers:
          - name: main
            image: %s
            command: %s
            volumeMounts: [{name: sql, mountPath: /sql}]
          volumes: [{name: sql, configMap: {name: sql}}]
    """
        .formatted(name, image, command);
  }
}
