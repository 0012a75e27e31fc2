package dev.migrationgate.pattern.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.krm.ManifestReader;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.pattern.shell.CommandSignal;
import dev.migrationgate.yaml.Quoting;
import dev.migrationgate.yaml.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each row of the table of signals, alone, in a Job that says nothing else. */
class MigrationSignalsTest {
  private static final MountedScripts NO_SCRIPTS = new MountedScripts(new Resources(List.of()));

  static Stream<CommandSignal> commands() {
    return MigrationSignals.COMMANDS.signals().stream();
  }

  static Stream<MigrationSignals.ToolImage> images() {
    return MigrationSignals.IMAGES.stream();
  }

  static Stream<String> noSchema() {
    return MigrationSignals.NO_SCHEMA.stream();
  }

  static Stream<String> noClients() {
    return MigrationSignals.NO_CLIENTS.stream();
  }

  static Stream<String> otherWork() {
    return Stream.concat(MigrationSignals.OTHER_WORK.stream(), MigrationSignals.REMOVALS.stream());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aCommandTellsItsTool(CommandSignal signal) {
    assertThat(toolOf(command(signal.words()))).contains(signal.tool());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void soItDoesInAScriptBehindAPath(CommandSignal signal) {
    String line = "./node_modules/.bin/" + String.join(" --verbose ", signal.words());
    String script = "set -e\necho start\nexec " + line + " \\\n  --more\n";
    assertThat(toolOf(command(List.of("/bin/sh", "-c", script)))).contains(signal.tool());
  }

  @ParameterizedTest
  @MethodSource("images")
  void anImageTellsItsTool(MigrationSignals.ToolImage image) {
    for (String argument : image.arguments()) {
      Optional<MigrationJob> job =
          detect("setup", "ghcr.io/x/" + image.basename() + ":1", "args", List.of(argument));
      assertThat(job.map(MigrationJob::tool)).contains(image.tool());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"db-migrate", "shop-migration-v1", "migrations", "migrator", "shop-db-upgrade"})
  void aNameIsEnough(String name) {
    assertThat(detect(name, "registry/shop:1", "args", List.of())).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "check-migrations, python scripts/check_migrations.py",
    "shop-migration-validate, npx tsx scripts/migrate.ts validate",
    "verify-db-migrations, npm run migrate:status",
    "shop-migration-status, ./migrate.sh --list status",
    "lint-migrations, ./lint-migrations.sh"
  })
  void whatOnlyLooksAtMigrationsIsNone(String name, String command) {
    assertThat(detect(name, "registry/shop:1", "args", List.of(command.split(" ")))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "order-status-migrate, ./start",
    "validation-migration-v2, ./start",
    "shop-migrate-and-verify, ./migrate.sh up",
    "shop, ./migrate.sh --verify-checksums",
    "statuspage-migrations, ./start"
  })
  void wordsOfAnApplicationDoNotHideItsMigration(String name, String command) {
    assertThat(detect(name, "registry/shop:1", "args", List.of(command.split(" ")))).isPresent();
  }

  @ParameterizedTest
  @MethodSource("otherWork")
  void otherWorkIsNoMigration(String word) {
    assertThat(detect("db-" + word, "registry/shop:1", "args", List.of("./run.sh"))).isEmpty();
    assertThat(detect("pre-migration-" + word, "registry/shop:1", "args", List.of("./run.sh")))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("otherWork")
  void aMigrationThatDoesOtherWorkTooIsOne(String word) {
    assertThat(
            detect("migrate-and-" + word, "registry/shop:1", "args", List.of("alembic", "upgrade")))
        .isPresent();
  }

  @ParameterizedTest
  @MethodSource("noSchema")
  void whatHasNoSchemaIsNotMigrated(String word) {
    List<String> words = List.of("./migrate.sh");
    assertThat(detect("shop-" + word + "-migration", "registry/shop:1", "args", words)).isEmpty();
    assertThat(detect("setup", "registry/" + word + "/migrate:1", "args", words)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("noSchema")
  void aToolMigratesASchemaWhateverItIsCalled(String word) {
    List<String> words = List.of("alembic", "upgrade", "head");
    assertThat(detect("shop-" + word + "-migration", "registry/shop:1", "command", words))
        .isPresent();
  }

  @ParameterizedTest
  @MethodSource("noClients")
  void whatReachesNoDatabaseMigratesNone(String image) {
    assertThat(detect("shop-migration", "registry/" + image + ":1", "args", List.of("x")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "npm run db:migrate", "yarn migrate:deploy", "pnpm migration:run", "bun run migrate",
    "./migrate.sh", "app --migrate", "bin/shop eval Shop.Release.migrate",
        "psql -f /migrations/1.sql"
  })
  void aWordOfTheCommandIsEnough(String line) {
    assertThat(command(List.of(line.split(" ")))).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "npm run seed",
    "alembic downgrade -1",
    "manage.py migrate --check",
    "wait-for-migrations.sh",
    "app --skip-migrations",
    "flyway info",
    "liquibase status",
    "prisma generate",
    "pg_dump shop",
    "php artisan migrate:status",
    "npm run migrate:rollback",
    "npx typeorm migration:generate",
    "manage.py makemigrations"
  })
  void otherCommandsAreNot(String line) {
    assertThat(command(List.of(line.split(" ")))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check-migration-status",
        "check-db-migrations",
        "show-migration-history",
        "db-migrations-check",
        "shop-migration-status-v2"
      })
  void aNameThatOnlyLooksSaysNothing(String name) {
    assertThat(detect(name, "registry/shop:1", "command", List.of("alembic", "current"))).isEmpty();
    assertThat(detect(name, "registry/shop:1", "command", List.of("alembic", "upgrade", "head")))
        .isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"checkout-migration", "history-migrate", "status-page-db-migrate"})
  void whatIsMigratedMayBeCalledSo(String name) {
    assertThat(detect(name, "registry/shop:1", "args", List.of())).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"run_pending_migrations.js", "check_and_migrate.sh", "migrate:up"})
  void aWordThatLooksAndRunsRuns(String word) {
    assertThat(command(List.of("node", word))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "set -e; mkdir -p /dest; cp -a /src/. /dest/",
        "apk add --no-cache rsync\nrsync -a --ignore-existing /src/ /dest/ || true",
        "aws s3 sync s3://old s3://new"
      })
  void filesHaveNoSchema(String script) {
    assertThat(detect("media-migrator", "alpine:3", "command", List.of("sh", "-c", script)))
        .isEmpty();
    assertThat(
            detect(
                "media-migrator",
                "alpine:3",
                "command",
                List.of("sh", "-c", script + "; ./migrate.sh")))
        .isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"app: shop-migrate", "role: migration", "shop.dev/job-type: migrations"})
  void aLabelIsEnoughWhereTheNameIsOpen(String label) {
    assertThat(labelled(label)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"component: migration-rollback", "app: migration-status", "team: migrate"})
  void soItIsNotForOtherWork(String label) {
    assertThat(labelled(label)).isEmpty();
  }

  private static Optional<MigrationJob> labelled(String label) {
    String name = "__JOB_NAME__, labels: {" + label + "}";
    return detect(name, "registry/shop:1", "args", List.of());
  }

  @Test
  void theConfigurationDecides() {
    MigrationDetector detector = new MigrationDetector(Set.of("setup"), Set.of(), NO_SCRIPTS);
    assertThat(detector.detect(job("setup", "registry/shop:1", "args", List.of()))).isPresent();
  }

  private static Optional<String> toolOf(Optional<MigrationJob> job) {
    return job.map(MigrationJob::tool);
  }

  private static Optional<MigrationJob> command(List<String> words) {
    return detect("setup", "registry/shop:1", "command", words);
  }

  private static Optional<MigrationJob> detect(
      String name, String image, String field, List<String> words) {
    return new MigrationDetector(Set.of(), Set.of(), NO_SCRIPTS)
        .detect(job(name, image, field, words));
  }

  private static Resource job(String name, String image, String field, List<String> words) {
    StringBuilder list = new StringBuilder("[");
    for (String word : words) {
      list.append(Quoting.doubleQuoted(word)).append(", ");
    }
    String text =
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: %s}
        spec:
          template:
            spec:
              containers:
              - name: main
                image: %s
                %s: %s]
        """
            .formatted(name, image, field, list);
    return ManifestReader.read(new SourceText("job.yaml", text)).resources().get(0);
  }
}
