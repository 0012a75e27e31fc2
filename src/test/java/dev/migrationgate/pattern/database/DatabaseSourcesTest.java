package dev.migrationgate.pattern.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.pattern.Given;
import dev.migrationgate.pattern.pod.PodTemplate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From what a pod knows how to reach its database. */
class DatabaseSourcesTest {
  private static final String NOTHING = "{apiVersion: v1, kind: ConfigMap, metadata: {name: none}}";

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
          args: [-user=u, '-url=jdbc:postgresql://db.shop.svc:5432/x', migrate]         | from host db
          command: [sh, -c, "migrate -database 'postgres://u:p@db/x?a=b' up"]           | from host db
          command: [sh, -c, 'migrate -database "postgres://$USER@$HOST/x" up']          |
          command: [curl, 'https://db/x']                                               |
          args: ['--cache=redis://db']                                                  |
          args: ['://', 'mysql://', 'a://b']                                            |
          envFrom: [{secretRef: {name: s}}]                                             | Secret s
          envFrom: [{configMapRef: {name: c}}]                                          |
          """)
  void isASourceOfItsOwn(String field, String source) {
    assertThat(sources("{containers: [{" + field + "}]}", NOTHING))
        .isEqualTo(source == null ? Set.of() : Set.of(source));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DATABASE_URL: 'postgresql+asyncpg://a:b@db.shop.svc.cluster.local:5432/x' | from host db
          DB_HOST: db                                                               | from host db
          DB_HOST: db.eu.example.com                                                | from host db.eu.example.com
          GREETING: hello                                                           |
          """)
  void aWholeConfigMapIsOneByWhatItSays(String data, String source) {
    String settings =
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: c},\n data: {" + data + "}}";
    assertThat(sources("{containers: [{envFrom: [{configMapRef: {name: c}}]}]}", settings))
        .isEqualTo(source == null ? Set.of() : Set.of(source));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {name: DATABASE_URL, value: x}                                      | true
          {name: PGPASSWORD, value: x}                                        | true
          {name: BILLING_URI, value: x}                                       | true
          {name: STORE, value: 'postgres://db/x'}                             | true
          {name: X, valueFrom: {secretKeyRef: {name: s, key: database-url}}}  | true
          {name: X, valueFrom: {configMapKeyRef: {name: s, key: DB_HOST}}}    | true
          {name: Shop__DbConnectionString, value: x}                          | true
          {name: TOKEN, valueFrom: {secretKeyRef: {name: s, key: TOKEN}}}     | false
          {name: LISTEN_ADDR, value: ':8082'}                                 | false
          """)
  void aVariableMayLeadThere(String variable, boolean leads) {
    PodTemplate pod = Given.pod("{containers: [{env: [" + variable + "]}]}");
    assertThat(DatabaseSources.mayLead(pod.containers().get(0))).isEqualTo(leads);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {containers: [{image: a}]}                        | true
          {containers: [{env: []}]}                         | true
          {containers: [{env: [{name: LOG, value: debug}]}]}                     | true
          {containers: [{env: [{name: DB_HOST, value: db}]}]}                    | false
          {containers: [{image: a}, {envFrom: []}]}         | false
          {containers: [{image: a}], volumes: [{name: v}]}  | false
          {containers: [{image: a}], volumes: [{name: v, secret: {}}]}           | false
          {containers: [{image: a}], volumes: [{name: v, emptyDir: {}}]}         | true
          {containers: [{image: a}], volumes: [{persistentVolumeClaim: {}}]}     | true
          {containers: [{image: a}], volumes: []}           | true
          """)
  void nothingMayLeadThere(String spec, boolean expected) {
    assertThat(DatabaseSources.areNoneIn(Given.pod(spec))).isEqualTo(expected);
  }

  private static Set<String> sources(String pod, String resources) {
    return DatabaseSources.of(
        Given.pod(pod), Given.resource("{kind: Job}"), Given.resources(resources));
  }

  @Test
  void eachIsNamedOnce() {
    String container = "{env: [{name: DB_HOST, value: db}], envFrom: [{secretRef: {name: s}}]}";
    assertThat(
            List.copyOf(sources("{containers: [" + container + ", " + container + "]}", NOTHING)))
        .containsExactly("from host db", "Secret s");
  }
}
