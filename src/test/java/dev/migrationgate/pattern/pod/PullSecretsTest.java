package dev.migrationgate.pattern.pod;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.pattern.Given;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With what a Job's image is pulled, beside a workload that names a Secret for it. */
class PullSecretsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                  | true
          {imagePullSecrets: [{name: r}]}     | false
          {serviceAccountName: bare}          | true
          {serviceAccountName: pulls}         | false
          {serviceAccountName: elsewhere}     | false
          {serviceAccountName: workloads-own} | true
          """)
  void nothing(String spec, boolean missing) {
    Resources resources =
        Given.resources(
            """
            {apiVersion: batch/v1, kind: Job, metadata: {name: migrate}, spec: {template: {spec: %s}}}
            ---
            {apiVersion: v1, kind: ServiceAccount, metadata: {name: bare}}
            ---
            {apiVersion: v1, kind: ServiceAccount, metadata: {name: pulls}, imagePullSecrets: [{name: r}]}
            """
                .formatted(spec));
    Resource job = resources.all().get(0);
    PodTemplate workload =
        Given.pod("{serviceAccountName: workloads-own, imagePullSecrets: [{name: r}, {name: s}]}");
    PodTemplate pod = PodTemplate.of(job).orElseThrow();
    assertThat(PullSecrets.isMissing(job, pod, workload, resources)).isEqualTo(missing);
    assertThat(PullSecrets.first(workload)).contains("r");
    assertThat(PullSecrets.first(pod).isPresent()).isEqualTo(spec.contains("imagePullSecrets"));
  }
}
