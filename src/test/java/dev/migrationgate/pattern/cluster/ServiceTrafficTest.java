package dev.migrationgate.pattern.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.pattern.Given;
import dev.migrationgate.pattern.pod.PodTemplate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which Services send requests to the pods of a Job. */
class ServiceTrafficTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {selector: {app: shop}}                                           | true
          {selector: {app: shop}, ports: [{port: 80}]}                      | true
          {selector: {app: shop}, ports: [{port: 80, targetPort: 8080}]}    | true
          {selector: {app: shop}, ports: [{port: 80, targetPort: metrics}]} | true
          {selector: {app: shop}, ports: [{port: 80, targetPort: http}]}    | false
          {selector: {app: shop}, ports: [{port: 80, targetPort: http}, {port: 81}]} | true
          {selector: {app: shop}, ports: [{port: 80, targetPort: }]}        | true
          {selector: {app: shop}, ports: [{port: 80, targetPort: ''}]}      | true
          {selector: {app: other}}                                          | false
          {selector: {app: shop, tier: web}}                                | false
          {}                                                                | false
          """)
  void reachesPodsThatItSelectsByAPortThatTheyMayHave(String spec, boolean reached) {
    assertThat(reaches("shop", spec)).isEqualTo(reached);
    assertThat(reaches("other", spec)).isFalse();
  }

  private static boolean reaches(String namespace, String spec) {
    Resources resources =
        Given.resources(
            """
            {apiVersion: batch/v1, kind: Job, metadata: {name: migrate, namespace: shop},
             spec: {template: {metadata: {labels: {app: shop}},
                    spec: {containers: [{ports: [{containerPort: 9}, {name: metrics}]}]}}}}
            ---
            {apiVersion: v1, kind: Service, metadata: {name: s, namespace: %s}, spec: %s}
            """
                .formatted(namespace, spec));
    Resource job = resources.all().get(0);
    return !new ServiceTraffic(resources)
        .reaching(job, PodTemplate.of(job).orElseThrow())
        .isEmpty();
  }
}
