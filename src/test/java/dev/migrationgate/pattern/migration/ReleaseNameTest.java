package dev.migrationgate.pattern.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.pattern.Given;
import dev.migrationgate.pattern.Rollout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which names of Jobs change from release to release. */
class ReleaseNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          shop-migrate-v4            | shop:1         | true
          shop-migrate-{{ tag }}-job | shop:1         | true
          shop-${COLOUR}-migrate     | shop:${COLOUR} | true
          shop-${COLOUR}-migrate     | shop:1         | false
          shop-${RELEASE}-migrate    | shop:1         | true
          shop-${app_version}-x      | shop:1         | true
          shop-migrate               | shop:${COLOUR} | false
          shop-migrate               | shop:1         | false
          """)
  void carryAVersion(String name, String image, boolean expected) {
    Rollout rollout =
        Given.rollout(
            """
            {apiVersion: v1, kind: ConfigMap, metadata: {name: deployment-variables},
             data: {COLOUR: blue, RELEASE: grey, app_version: green}}
            ---
            apiVersion: batch/v1
            kind: Job
            metadata:
              name: "%s"
            spec:
              template:
                spec:
                  containers:
                    - image: "%s"
                      command: [rails, "db:migrate"]
                      env: [{name: A, value: "${COLOUR}"}]
            """
                .formatted(name, image));
    MigrationJob job = rollout.migrations().get(0);
    assertThat(ReleaseName.carriesVersion(job, rollout.uses())).isEqualTo(expected);
  }
}
