package dev.migrationgate.pattern.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.pattern.Given;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which database of the input a Job does not wait for. */
class OwnDatabasesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          StatefulSet | postgres:17         | StatefulSet shop/db
          Deployment  | bitnami/MySQL       | Deployment shop/db
          Deployment  | pgbouncer           | Deployment shop/db
          Deployment  | redis               |
          Deployment  | shop                |
          CronJob     | postgres:17         |
          """)
  void comesUpBesideTheJob(String kind, String image, String database) {
    assertThat(of(kind, image, "shop", "[migrate, up]")).isEqualTo(Optional.ofNullable(database));
    assertThat(of(kind, image, "other", "[migrate, up]")).isEmpty();
    assertThat(of(kind, image, "shop", "[sh, -c, 'until pg_isready; do :; done; migrate up']"))
        .isEmpty();
  }

  private static Optional<String> of(String kind, String image, String namespace, String command) {
    String template =
        "template: {spec: {containers: [{image: '" + image + "'}, {image: postgres}]}}";
    String spec = kind.equals("CronJob") ? "jobTemplate: {spec: {" + template + "}}" : template;
    OwnDatabases databases =
        new OwnDatabases(
            Given.resources(
                """
                {apiVersion: v1, kind: Service, metadata: {name: db, namespace: shop}}
                ---
                {apiVersion: batch/v1, kind: Job, metadata: {name: dump, namespace: shop},
                 spec: {template: {spec: {containers: [{image: postgres}]}}}}
                ---
                {apiVersion: %s, kind: %s, metadata: {name: db, namespace: shop}, spec: {%s}}
                """
                    .formatted(kind.equals("CronJob") ? "batch/v1" : "apps/v1", kind, spec)));
    return databases.of(
        Given.migration(
            "{apiVersion: batch/v1, kind: Job, metadata: {name: m, namespace: "
                + namespace
                + "}, spec: {template: {spec: {containers: [{image: shop, command: "
                + command
                + "}]}}}}"));
  }
}
