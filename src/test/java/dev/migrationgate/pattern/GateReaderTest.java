package dev.migrationgate.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.SourceText;
import dev.migrationgate.yaml.YamlReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateReaderTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '^',
      quoteCharacter = '~',
      textBlock =
          """
          kubectl wait --for=condition=complete job/x --timeout=5m ^ KUBECTL_WAIT x ON_SUCCESS patient
          kubectl wait job x -n other --for condition=Complete ^ KUBECTL_WAIT x ON_SUCCESS hasty
          kubectl -n other wait jobs.batch/x --for=condition=failed ^ KUBECTL_WAIT x OTHERWISE hasty
          kubectl wait --for=delete job/x --timeout 5m ^ KUBECTL_WAIT x OTHERWISE patient
          until kubectl get job x -o jsonpath={.status.succeeded} | grep 1; do :; done ^ KUBECTL_GET_LOOP x ON_SUCCESS patient
          until kubectl get job x; do :; done ^ KUBECTL_GET_LOOP x OTHERWISE patient
          wait_for.sh job-wr x y ^ K8S_WAIT_FOR x,y ON_SUCCESS patient
          wait_for.sh job-we x ^ K8S_WAIT_FOR x OTHERWISE patient
          """)
  void readsAPoll(String script, String expected) {
    List<Gate> gates = read("tools:1", script, "");
    assertThat(gates).hasSize(1);
    Gate.JobPoll poll = (Gate.JobPoll) gates.get(0);
    String targets = String.join(",", poll.targets().stream().map(Gate.Target::name).toList());
    assertThat(
            poll.form()
                + " "
                + targets
                + " "
                + poll.opens()
                + (poll.isPatient() ? " patient" : " hasty"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kubectl get job x",
        "kubectl wait --for=condition=ready pod -l app=db",
        "kubectl rollout status deployment/x",
        "kubectl delete job x",
        "echo kubectl wait job/x",
        "psql -c 'select * from alembic_version'",
        "until pg_isready; do sleep 1; done",
      })
  void knowsWhatIsNone(String script) {
    assertThat(read("tools:1", script, "")).isEmpty();
  }

  @Test
  void leavesNativeSidecarsAlone() {
    assertThat(read("tools:1", "kubectl wait --for=condition=complete job/x", "Always")).isEmpty();
  }

  private static List<Gate> read(String image, String script, String restartPolicy) {
    String yaml =
        """
        spec:
          template:
            spec:
              initContainers:
                - name: gate
                  image: %s
                  restartPolicy: "%s"
                  command: [sh, -c]
                  args:
                    - |
                      %s
        """
            .formatted(image, restartPolicy, script);
    Node root = YamlReader.read(new SourceText("test", yaml)).get(0).root();
    Node template = root.at("spec", "template").orElseThrow();
    Node spec = template.get("spec").orElseThrow();
    return GateReader.read(new PodTemplate(template, spec, "spec.template.spec"));
  }
}
