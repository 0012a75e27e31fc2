package dev.migrationgate.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From what a pod knows how to reach its database. */
class DatabaseSourcesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          env: [{name: DATABASE_URL, valueFrom: {secretKeyRef: {name: s, key: k}}}]     | Secret s
          env: [{name: DB_HOST, valueFrom: {configMapKeyRef: {name: c, key: k}}}]       | ConfigMap c
          env: [{name: DB_PASSWORD, valueFrom: {secretKeyRef: {name: s, key: k}}}]      | Secret s
          env: [{name: DB_PASSWORD, valueFrom: {configMapKeyRef: {name: c, key: k}}}]   |
          env: [{name: API_KEY, valueFrom: {secretKeyRef: {name: s, key: k}}}]          |
          env: [{name: DATABASE_URL, value: 'postgres://u@db.shop:5432/x'}]             | from host db.shop
          env: [{name: DB_HOST, value: db}]                                             | from host db
          env: [{name: DB_HOST, value: $(HOST)}]                                        |
          env: [{name: DB_HOST, value: localhost}]                                      |
          env: [{name: DB_HOST, value: 127.0.0.1}]                                      |
          env: [{name: DB_HOST, value: __HOST__}]                                       |
          env: [{name: DB_HOST, value: ''}]                                             |
          env: [{name: DB_NAME, value: shop}]                                           |
          envFrom: [{secretRef: {name: s}}]                                             | Secret s
          envFrom: [{configMapRef: {name: c}}]                                          |
          """)
  void isASourceOfItsOwn(String field, String source) {
    assertThat(DatabaseSources.of(Given.pod("{containers: [{" + field + "}]}")))
        .isEqualTo(source == null ? Set.of() : Set.of(source));
  }

  @Test
  void eachIsNamedOnce() {
    String container = "{env: [{name: DB_HOST, value: db}], envFrom: [{secretRef: {name: s}}]}";
    assertThat(
            List.copyOf(
                DatabaseSources.of(
                    Given.pod("{containers: [" + container + ", " + container + "]}"))))
        .containsExactly("from host db", "Secret s");
  }
}
