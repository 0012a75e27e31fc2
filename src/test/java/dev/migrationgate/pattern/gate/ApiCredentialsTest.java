package dev.migrationgate.pattern.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.pattern.Given;
import dev.migrationgate.pattern.pod.Container;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As whom a container asks the API server. */
class ApiCredentialsTest {
  private static final String TOKENS = "/var/run/secrets/kubernetes.io/serviceaccount";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{containers: [{command: [kubectl, --kubeconfig=/c, get]}]}",
        "{containers: [{command: [kubectl, get, --token, abc]}]}",
        "{containers: [{command: [sh, -c, 'x; kubectl --token=abc get']}]}",
        "{containers: [{env: [{name: A}, {name: KUBECONFIG, value: /c}]}]}",
        "{containers: [{volumeMounts: [{mountPath: /home/me/.kube}]}]}",
        "{containers: [{volumeMounts: [{mountPath: " + TOKENS + ", name: t}]}]}",
        "{containers: [{volumeMounts: [{mountPath: "
            + TOKENS
            + ", name: t}]}],"
            + " volumes: [{name: t, secret: {secretName: other}}]}",
        "{containers: [{volumeMounts: [{mountPath: "
            + TOKENS
            + ", name: t}]}],"
            + " volumes: [{name: u, projected: {sources: [{serviceAccountToken: {path: token}}]}}]}",
        "{containers: [{volumeMounts: [{mountPath: "
            + TOKENS
            + ", name: t}]}],"
            + " volumes: [{name: t, projected: {sources: [{configMap: {name: ca}}]}}]}",
      })
  void asSomebodyElse(String spec) {
    assertThat(ApiCredentials.areBroughtBy(container(spec))).isTrue();
    assertThat(ApiCredentials.haveOwnToken(container(spec))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{containers: [{command: [kubectl, get, --as=x], env: [{name: HOME, value: /}]}]}",
        "{containers: [{volumeMounts: [{mountPath: /data, name: t}]}],"
            + " volumes: [{name: t, projected: {sources: [{serviceAccountToken: {path: token}}]}}]}",
      })
  void asThePod(String spec) {
    assertThat(ApiCredentials.areBroughtBy(container(spec))).isFalse();
    assertThat(ApiCredentials.haveOwnToken(container(spec))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {TOKENS, TOKENS + "/"})
  void asThePodByATokenThatIsMountedByHand(String path) {
    Container container =
        container(
            "{containers: [{volumeMounts: [{mountPath: /data, name: x}, {mountPath: "
                + path
                + ", name: t}]}], volumes: [{name: x}, {name: t, projected: {sources: [{configMap:"
                + " {name: ca}}, {serviceAccountToken: {path: token}}]}}]}");
    assertThat(ApiCredentials.areBroughtBy(container)).isFalse();
    assertThat(ApiCredentials.haveOwnToken(container)).isTrue();
  }

  private static Container container(String spec) {
    return Given.pod(spec).containers().get(0);
  }
}
