package dev.migrationgate.pattern.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.pattern.Given;
import dev.migrationgate.pattern.pod.PodTemplate;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.SourceText;
import dev.migrationgate.yaml.YamlReader;
import java.util.ArrayList;
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
          wait_for.sh job-wr x -n other -l app=x ^ K8S_WAIT_FOR x ON_SUCCESS patient
          wait_for.sh job-wr -nother x --namespace=other -v ^ K8S_WAIT_FOR x ON_SUCCESS patient
          wait_for.sh job-wr x -n ^ K8S_WAIT_FOR x ON_SUCCESS patient
          kubectl wait -nother job/x --for=condition=complete=true ^ KUBECTL_WAIT x ON_SUCCESS hasty
          kubectl wait -n=other job/x --for=condition=complete=false ^ KUBECTL_WAIT x OTHERWISE hasty
          kubectl --context there wait jobs x y --for condition=complete --timeout ^ KUBECTL_WAIT x,y ON_SUCCESS patient
          kubectl wait job/x --for='jsonpath={.status.conditions[?(@.type=="Complete")].status}=True' ^ KUBECTL_WAIT x ON_SUCCESS hasty
          kubectl wait job/x --for='jsonpath={.status.conditions[?(@.type=="Complete")].status}=False' ^ KUBECTL_WAIT x OTHERWISE hasty
          kubectl wait job/x --for='jsonpath={.status.active}=True' ^ KUBECTL_WAIT x OTHERWISE hasty
          kubectl wait deployment/y job/x --for=condition=complete ^ KUBECTL_WAIT x ON_SUCCESS hasty
          kubectl wait job x --for=condition=complete 2>/dev/null >&2 ^ KUBECTL_WAIT x ON_SUCCESS hasty
          until kubectl get jobs x -o jsonpath={.status.succeeded} | grep 1; do :; done ^ KUBECTL_GET_LOOP x ON_SUCCESS patient
          while [ "$(kubectl get job x -o jsonpath={.status.succeeded})" != 1 ]; do :; done ^ KUBECTL_GET_LOOP x ON_SUCCESS patient
          until [ $(kubectl get job x -o jsonpath={.status.succeeded}) = 1 ]; do :; done ^ KUBECTL_GET_LOOP x ON_SUCCESS patient
          until [ "$(date; kubectl get job x -o wide)" = "x Complete" ]; do :; done ^ KUBECTL_GET_LOOP x ON_SUCCESS patient
          until kubectl get job x | grep -E 'Complete|Failed'; do :; done ^ KUBECTL_GET_LOOP x OTHERWISE patient
          until kubectl get job x | grep 'Failed\\|Complete'; do :; done ^ KUBECTL_GET_LOOP x OTHERWISE patient
          until kubectl get job x </dev/null | grep 1/1; do :; done ^ KUBECTL_GET_LOOP x ON_SUCCESS patient
          until kubectl wait job/x --for=condition=complete; do :; done ^ KUBECTL_WAIT x ON_SUCCESS patient
          kubectl wait job/x --for='jsonpath={.status.succeeded}'=1 ^ KUBECTL_WAIT x ON_SUCCESS hasty
          /usr/bin/oc wait job/x --for=condition=complete ^ KUBECTL_WAIT x ON_SUCCESS hasty
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
        "kubectl wait --for=create job/x --timeout=60s",
        "kubectl wait --for create job/x",
        "echo kubectl wait job/x",
        "psql -c 'select * from alembic_version'",
        "until pg_isready; do sleep 1; done",
        "kubectl",
        "kubectl wait",
        "kubectl wait x --for=condition=complete",
        "kubectl wait pod/job --for=condition=ready",
        "kubectl wait /x --for=condition=complete",
        "[ $(kubectl get job x) ]",
        "until [ 1 = $(kubectl get pod x) ]; do :; done",
      })
  void knowsWhatIsNone(String script) {
    assertThat(read("tools:1", script, "")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "wait_for.sh job-wr x -n other, other",
    "wait_for.sh job-wr x -nother, other",
    "wait_for.sh job-wr x --namespace=other, other",
    "wait_for.sh job-wr x --namespace other, other",
    "wait_for.sh job-wr x -n, own",
    "wait_for.sh job-wr x, own",
    "kubectl wait job/x -nother, other",
    "kubectl wait job/x -n=other, other",
    "kubectl wait job/x --namespace=other, other",
    "kubectl -n other wait job/x, other",
    "kubectl wait job/x --for=condition=complete, own",
  })
  void looksIntoANamespace(String script, String namespace) {
    Gate.JobPoll poll = (Gate.JobPoll) read("tools:1", script, "").get(0);
    assertThat(poll.namespaceFor("own")).isEqualTo(namespace);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [wait, job/x, --for=condition=complete]             | x
          [-n, shop, wait, job/x, --for=condition=complete]   | x
          [--context=c, wait, job, x]                         | x
          [version]                                           |
          [delete, job, wait]                                 |
          [-n]                                                |
          """)
  void theArgumentsOfAnImageOfKubectlAreItsOwn(String args, String target) {
    List<Gate> gates =
        GateReader.read(
            Given.pod(
                "{initContainers: [{name: g, image: 'bitnami/kubectl:1', args: "
                    + args
                    + "}], containers: []}"));
    assertThat(targets(gates)).isEqualTo(target == null ? List.of() : List.of(target));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      textBlock =
          """
          kubectl wait job/x --for=condition=complete && exec server       ^ x
          kubectl wait job/x --for=condition=complete; server              ^ x
          until kubectl get job x | grep 1/1; do sleep 1; done; server     ^ x
          echo start; kubectl wait job/x; server                           ^ x
          kubernetes-entrypoint; server                                    ^ y
          kubectl wait job/x --for=condition=complete                      ^
          server & kubectl wait job/x --for=condition=complete; wait; bye  ^
          kubectl wait job/x --for=condition=complete; echo done; exit 0   ^
          until kubectl get job x | grep 1/1; do report; done              ^
          server                                                           ^
          """)
  void theFirstContainerMayWaitBeforeItsProgram(String script, String target) {
    List<Gate> gates =
        GateReader.read(
            Given.pod(
                "{containers: [{name: c, image: shop, env: [{name: DEPENDENCY_JOBS, value: y}],"
                    + " command: [sh, -c, '"
                    + script
                    + "']}, {name: d, image: x, command: [sh, -c, 'kubectl wait job/z; server']}]}"));
    assertThat(targets(gates)).isEqualTo(target == null ? List.of() : List.of(target));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {name: DEPENDENCY_JOBS, value: x}                                     | own x
          {name: DEPENDENCY_JOBS, value: 'x, y,'}                               | own x y
          {name: DEPENDENCY_JOBS, value: 'other:x'}                             | other x
          {name: DEPENDENCY_JOBS, value: 'y, other:x'}                          | other y x
          {name: DEPENDENCY_JOBS, value: ':x'}                                  | own x
          {name: DEPENDENCY_JOBS_JSON, value: '[{"name": "x", "namespace": "other"}, {"name": "y"}]'} | other x y
          {name: DEPENDENCY_JOBS_JSON, value: '[{"name": "x"}]'}                | own x
          {name: DEPENDENCY_JOBS_JSON, value: '[{"name": '}                     |
          {name: DEPENDENCY_JOBS_JSON, value: ''}                               |
          {name: DEPENDENCY_JOBS, value: ''}                                    |
          {name: DEPENDENCY_SERVICE, value: x}                                  |
          """)
  void kubernetesEntrypointReadsItsEnvironment(String variable, String expected) {
    List<Gate> gates =
        GateReader.read(
            Given.pod(
                "{initContainers: [{name: g, image: 'r/kubernetes-entrypoint:1', env: [{name: A}, "
                    + variable
                    + "]}], containers: []}"));
    List<String> wanted = expected == null ? List.of() : List.of(expected.split(" "));
    assertThat(targets(gates)).isEqualTo(wanted.subList(Math.min(1, wanted.size()), wanted.size()));
    for (Gate gate : gates) {
      Gate.JobPoll poll = (Gate.JobPoll) gate;
      assertThat(poll.namespaceFor("own")).isEqualTo(wanted.get(0));
      assertThat(poll.targets().get(0).path())
          .isEqualTo("spec.template.spec.initContainers[0].env[1].value");
      assertThat(poll.waitsForSuccess()).isTrue();
    }
  }

  private static List<String> targets(List<Gate> gates) {
    List<String> targets = new ArrayList<>();
    for (Gate gate : gates) {
      for (Gate.Target target : ((Gate.JobPoll) gate).targets()) {
        targets.add(target.name());
      }
    }
    return targets;
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
