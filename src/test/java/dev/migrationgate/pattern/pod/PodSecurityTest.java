package dev.migrationgate.pattern.pod;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.pattern.Given;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the levels of the Pod Security Standards forbid. */
class PodSecurityTest {
  private static final String RESTRICTED =
      "allowPrivilegeEscalation: false, capabilities: {drop: [NET_RAW, ALL]}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {hostNetwork: true, containers: [{}]}                                 | hostNetwork=true
          {hostPID: true, containers: [{}]}                                     | hostPID=true
          {hostIPC: true, containers: [{}]}                                     | hostIPC=true
          {volumes: [{hostPath: {path: /a}}, {hostPath: {path: /b}}]}           | hostPath volumes
          {containers: [{securityContext: {privileged: true}}]}                 | privileged
          {initContainers: [{securityContext: {privileged: true}}]}             | privileged
          """)
  void theBaselineForbids(String spec, String violation) {
    assertThat(PodSecurity.violations(Given.pod(spec), "baseline")).containsExactly(violation);
    assertThat(PodSecurity.violations(Given.pod(spec), "restricted")).contains(violation);
    assertThat(PodSecurity.violations(Given.pod(spec), "privileged")).isEmpty();
  }

  @Test
  void theBaselineAsksForNothing() {
    assertThat(PodSecurity.violations(Given.pod("{volumes: [{}], containers: [{}]}"), "baseline"))
        .isEmpty();
  }

  @Test
  void theStrictLevelAsksForMore() {
    assertThat(PodSecurity.violations(Given.pod("{containers: [{}]}"), "restricted"))
        .containsExactly(
            "allowPrivilegeEscalation != false",
            "unrestricted capabilities",
            "runAsNonRoot != true",
            "seccompProfile");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}               |
          runAsNonRoot: true, seccompProfile: {type: Localhost}                    |
          runAsNonRoot: true, seccompProfile: {type: Unconfined}                   | seccompProfile
          runAsNonRoot: true, runAsUser: 0, seccompProfile: {type: RuntimeDefault} | runAsUser=0
          runAsNonRoot: false, seccompProfile: {type: RuntimeDefault}              | runAsNonRoot != true
          """)
  void aPodMaySayItForItsContainers(String context, String violation) {
    List<String> expected = violation == null ? List.of() : List.of(violation);
    String ofPod =
        "{securityContext: {"
            + context
            + "}, containers: [{securityContext: {"
            + RESTRICTED
            + "}}]}";
    String ofContainer = "{containers: [{securityContext: {" + RESTRICTED + ", " + context + "}}]}";
    String first =
        "{securityContext: {runAsNonRoot: maybe, runAsUser: 7, seccompProfile: {type: x}}, ";
    for (String spec : List.of(ofPod, ofContainer, first + ofContainer.substring(1))) {
      assertThat(PodSecurity.violations(Given.pod(spec), "restricted")).isEqualTo(expected);
    }
  }
}
