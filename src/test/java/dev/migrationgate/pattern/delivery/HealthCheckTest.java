package dev.migrationgate.pattern.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.krm.Resources;
import dev.migrationgate.pattern.Given;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long Flux waits for a Job. */
class HealthCheckTest {
  private static final String KUSTOMIZATION =
      "---\n{apiVersion: kustomize.toolkit.fluxcd.io/v1, kind: Kustomization, metadata: {name: %s},"
          + " spec: %s}\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {wait: true, timeout: 5m, interval: 1h}                             | 300
          {wait: true, interval: 1h}                                          | 3600
          {healthChecks: [{kind: Job, name: a}, {kind: Job, name: migrate}], timeout: 90s} | 90
          {healthChecks: [{kind: Job, name: a}], timeout: 90s}                |
          {healthChecks: [{kind: Deployment, name: migrate}], timeout: 90s}   |
          {wait: false, timeout: 5m}                                          |
          {wait: true}                                                        |
          {wait: true, timeout: soon}                                         |
          {timeout: 5m}                                                       |
          """)
  void isSaidByTheKustomization(String spec, Long seconds) {
    assertThat(of(KUSTOMIZATION.formatted("apps", spec)).map(HealthCheck::seconds))
        .isEqualTo(Optional.ofNullable(seconds));
  }

  @Test
  void isNotKnownWithSeveral() {
    String spec = "{wait: true, timeout: 5m}";
    assertThat(of(KUSTOMIZATION.formatted("a", spec) + KUSTOMIZATION.formatted("b", spec)))
        .isEmpty();
    assertThat(of("")).isEmpty();
  }

  private static Optional<HealthCheck> of(String kustomizations) {
    Resources resources =
        Given.resources(
            "{apiVersion: batch/v1, kind: Job, metadata: {name: migrate}}\n" + kustomizations);
    return HealthCheck.of(resources.all().get(0), resources);
  }
}
