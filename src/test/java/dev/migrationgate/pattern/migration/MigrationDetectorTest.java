package dev.migrationgate.pattern.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.pattern.Given;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes a Job a migration, and what is told of it. */
class MigrationDetectorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {name: x-migrate}   | {name: c, image: shop, command: [./run]}                  | its name "x-migrate" says so
          {name: x, labels: {app.kubernetes.io/component: migration}} | {name: c, image: shop} | its label app.kubernetes.io/component: migration says so
          {name: x}           | {name: c, image: shop-migrations}                         | its image "shop-migrations" says so
          {name: x}           | {name: c, image: shop, command: [./migrate.sh]}           | its command says "./migrate.sh"
          {name: x}           | {name: c, image: shop, env: [{name: A, value: b}, {name: RUN_MIGRATIONS, value: 'True'}]} | its variable RUN_MIGRATIONS says so
          {name: x}           | {name: migrate, image: shop, command: [./migrate.sh]}     | its container name "migrate" says so, its command says "./migrate.sh"
          {name: x}           | {name: c, image: shop, command: [rails, 'db:migrate']}    | its command runs Rails, its command says "db:migrate"
          {name: x}           | {name: c, image: liquibase, args: [update]}               | its command runs Liquibase
          {name: x}           | {name: c, image: shop-liquibase, command: [/liquibase/docker-entrypoint.sh], args: [--defaults-file=a.yaml, update]} | its command runs Liquibase
          {name: x}           | {name: c, image: r/flyway-shop, args: [-connectRetries=5, migrate]} | its command runs Flyway, its command says "migrate"
          {name: dropbox-migrate} | {name: c, image: shop, command: [./run]}              | its name "dropbox-migrate" says so
          {name: drop-and-migrate} | {name: c, image: shop, command: [rails, 'db:migrate']} | its command runs Rails, its command says "db:migrate"
          """)
  void isOneByWhatSaysSo(String metadata, String container, String evidence) {
    assertThat(
            detect(metadata, container)
                .map(MigrationJob::evidence)
                .map(said -> String.join(", ", said)))
        .contains(evidence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {name: x}                                  | {name: c, image: shop, command: [./run]}
          {name: x}                                  | {name: migrate, image: shop, command: [./run]}
          {name: x, labels: {owner: migration}}      | {name: c, image: shop}
          {name: x, labels: {component: web}}        | {name: c, image: shop}
          {name: x}                                  | {name: c, image: shop, command: [./migrate, --check]}
          {name: x}                                  | {name: c, image: shop, command: [./run, --skip-migrations]}
          {name: x}                                  | {name: c, image: shop, command: [echo, 'we migrate']}
          {name: x}                                  | {name: c, image: shop, env: [{name: RUN_MIGRATIONS, value: 'false'}]}
          {name: x}                                  | {name: c, image: shop, env: [{name: SKIP_MIGRATIONS, value: 'true'}]}
          {name: x}                                  | {name: c, image: shop, env: [{name: DEBUG, value: 'true'}]}
          {name: storage-version-migrate}            | {name: c, image: shop, command: [./run]}
          {name: x-migrate}                          | {name: c, image: shop, command: [psql, -c, 'TRUNCATE TABLE a']}
          {name: x-migrate}                          | {name: c, image: curl}
          {name: migrate-and-seed}                   | {name: c, image: shop, command: [./run]}
          {name: drop-and-migrate}                   | {name: c, image: shop, command: [./run]}
          {name: shop-db-drop}                       | {name: c, image: shop-migrations, args: [--drop]}
          {name: x}                                  | {name: c, image: shop-liquibase, args: [history]}
          {name: x}                                  | {name: c, image: shop-atlas, args: [schema]}
          """)
  void isNoneByWhatDoesNot(String metadata, String container) {
    assertThat(detect(metadata, container)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "1", "yes", "ON"})
  void aVariableIsOnByManyWords(String value) {
    assertThat(detect("{name: x}", "{image: shop, env: [{name: MIGRATE, value: '" + value + "'}]}"))
        .isPresent();
  }

  @Test
  void isOneWhereTheConfigurationOrAGateNamesIt() {
    String container = "{name: c, image: shop, command: [./run]}";
    MigrationDetector declared = new MigrationDetector(Set.of("x"), Set.of(), scripts(""));
    assertThat(
            declared.detect(Given.resource(job("{name: x}", container))).orElseThrow().evidence())
        .containsExactly("the configuration names it");
    assertThat(declared.detect(Given.resource(job("{name: y}", container)))).isEmpty();
    MigrationDetector awaited = new MigrationDetector(Set.of(), Set.of("x"), scripts(""));
    assertThat(awaited.detect(Given.resource(job("{name: x}", container))).orElseThrow().evidence())
        .containsExactly("a gate waits for it");
  }

  @Test
  void anInitContainerMayMigrate() {
    String init =
        "{name: c, image: shop, command: [./run]}], initContainers: [{name: i, image: shop, command:"
            + " [rails, 'db:migrate']}";
    assertThat(detect("{name: x}", init).map(MigrationJob::tool)).contains("Rails");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          command: [sh, /scripts/run.sh], volumeMounts: [{name: s, mountPath: /scripts}]              | {name: s, configMap: {name: scripts}}  | true
          command: [sh, /scripts/run.sh], volumeMounts: [{name: s, mountPath: /scripts/}]             | {name: s, configMap: {name: scripts}}  | true
          command: [/run], volumeMounts: [{name: s, mountPath: /run, subPath: run.sh}]                | {name: s, configMap: {name: scripts}}  | true
          command: [sh, /scripts/go.sh], volumeMounts: [{name: s, mountPath: /scripts}]               | {name: s, configMap: {name: scripts, items: [{key: x, path: y}, {key: run.sh, path: go.sh}]}} | true
          command: [sh, /scripts/go.sh], volumeMounts: [{name: s, mountPath: /scripts}]               | {name: s, configMap: {name: scripts}}  | false
          command: [sh, /other/run.sh], volumeMounts: [{name: s, mountPath: /scripts}]                | {name: s, configMap: {name: scripts}}  | false
          command: [/run/run.sh], volumeMounts: [{name: s, mountPath: /run, subPath: run.sh}]         | {name: s, configMap: {name: scripts}}  | false
          command: [sh, /scripts/run.sh], volumeMounts: [{name: s, mountPath: /scripts}]              | {name: s, configMap: {name: other}}    | false
          command: [sh, /scripts/run.sh], volumeMounts: [{name: s, mountPath: /scripts}]              | {name: t, configMap: {name: scripts}}  | false
          command: [sh, /scripts/run.sh], volumeMounts: [{name: s, mountPath: /scripts}]              | {name: s, secret: {secretName: scripts}} | false
          command: [sh, run.sh], volumeMounts: [{name: s, mountPath: ''}]                             | {name: s, configMap: {name: scripts}}  | false
          """)
  void aMountedScriptMayMigrate(String container, String volume, boolean expected) {
    String job =
        job("{name: x}", "{name: c, image: shop, " + container + "}], volumes: [" + volume);
    MigrationDetector detector =
        new MigrationDetector(Set.of(), Set.of(), scripts("echo start\nrails db:migrate\n"));
    Optional<MigrationJob> found = detector.detect(Given.resource(job));
    assertThat(found.map(MigrationJob::evidence))
        .isEqualTo(
            expected
                ? Optional.of(List.of("the script that it mounts runs Rails"))
                : Optional.empty());
  }

  private static MountedScripts scripts(String text) {
    return new MountedScripts(
        Given.resources(
            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: scripts}\ndata:\n  run.sh: |\n    "
                + text.replace("\n", "\n    ")
                + "\n"));
  }

  private static Optional<MigrationJob> detect(String metadata, String container) {
    return new MigrationDetector(Set.of(), Set.of(), scripts(""))
        .detect(Given.resource(job(metadata, container)));
  }

  private static String job(String metadata, String container) {
    return "{apiVersion: batch/v1, kind: Job, metadata: "
        + metadata
        + ", spec: {template: {spec: {containers: ["
        + container
        + "]}}}}";
  }
}
