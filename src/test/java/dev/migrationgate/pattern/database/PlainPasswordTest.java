package dev.migrationgate.pattern.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.krm.ManifestReader;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.pattern.pod.PodTemplate;
import dev.migrationgate.yaml.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which literals are passwords, and how they are named without being said. */
class PlainPasswordTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          env: [{name: DB_PASSWORD, value: s3cret}]                   | env[0].value the password DB_PASSWORD
          env: [{name: pgpassword, value: s3cret}]                    | env[0].value the password pgpassword
          env: [{name: A, value: b}, {name: DB_PWD, value: pa/ss}]    | env[1].value the password DB_PWD
          env: [{name: URL, value: 'postgres://u:s3cret@db/shop'}]    | env[0].value the password in the URL URL
          env: [{name: URL, value: 'postgres://u:s3@cret@db?a=b'}]    | env[0].value the password in the URL URL
          env: [{name: URL, value: '://u:s3cret@db'}]                 | env[0].value the password in the URL URL
          env: [{name: REDIS_URL, value: 'redis://:s3cret@cache/0'}]  | env[0].value the password in the URL REDIS_URL
          command: [migrate, 'postgres://u:s3cret@db']                | command[1] the password in a URL
          args: [up, 'x postgres://u:s3cret@db y']                    | args[1] the password in a URL
          envFrom: [{configMapRef: {name: settings}}]                 | data.MYSQL_PASS the password MYSQL_PASS
          env: [{name: P, valueFrom: {configMapKeyRef: {name: settings, key: MYSQL_PASS}}}] | data.MYSQL_PASS the password MYSQL_PASS
          """)
  void aLiteralIsFound(String field, String found) {
    assertThat(in(field)).containsExactly(found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          env: [{name: DB_PASSWORD, value: ''}]                       |
          env: [{name: DB_PASSWORD, value: $(OTHER)}]                 |
          env: [{name: DB_PASSWORD, value: CHANGEME}]                 |
          env: [{name: DB_PASSWORD, value: /run/secrets/password}]    |
          env: [{name: MYSQL_ALLOW_EMPTY_PASSWORD, value: 'Yes'}]     |
          env: [{name: PASSWORD_LENGTH, value: '16'}]                 |
          env: [{name: URL, value: 'postgres://u@db:5432/shop'}]      |
          env: [{name: URL, value: 'postgres://db:5432/a@b'}]         |
          env: [{name: URL, value: 'postgres://db:5432?a@b'}]         |
          env: [{name: URL, value: 'postgres://u:@db'}]               |
          env: [{name: URL, value: 'u:s3cret@db'}]                    |
          envFrom: [{configMapRef: {name: other}}]                    |
          """)
  void whatIsNoneIsNot(String field, String none) {
    assertThat(in(field)).isEmpty();
  }

  private static List<String> in(String field) {
    String manifests =
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: migrate}
        spec:
          template:
            spec:
              containers:
                - name: migrate
                  image: shop
                  %s
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings}
        data: {MYSQL_PASS: s3cret, MYSQL_HOST: db}
        """
            .formatted(field);
    List<Resource> resources =
        ManifestReader.read(new SourceText("test.yaml", manifests)).resources();
    PodTemplate pod = PodTemplate.of(resources.get(0)).orElseThrow();
    List<String> found = new ArrayList<>();
    for (PlainPassword password :
        PlainPassword.in(resources.get(0), pod, new Resources(resources))) {
      String path = password.path().replace("spec.template.spec.containers[0].", "");
      found.add(path + " " + password.what());
    }
    return found;
  }
}
