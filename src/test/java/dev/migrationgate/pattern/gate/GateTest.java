package dev.migrationgate.pattern.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.pattern.Containers;
import dev.migrationgate.pattern.Given;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.pod.PodTemplate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a gate that asks for Jobs does, beyond the Jobs that it names. */
class GateTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          groundnuty/k8s-wait-for:v2.0 | [job-wr, x]                 | get
          groundnuty/k8s-wait-for:v2.0 | [job-wr, -l, app=x]         | get list
          kubectl                      | [kubectl, wait, job/x]      | get list watch
          kubectl                      | [kubectl, wait, job, --all] | get list watch
          """)
  void asksForSoMuch(String image, String args, String verbs) {
    assertThat(poll(image, args, ""))
        .extracting(Gate.JobPoll::verbs)
        .isEqualTo(List.of(verbs.split(" ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          k8s-wait-for:v1.3          | [job-wr, x]            | true  | true  | true
          k8s-wait-for:v1.6          | [job-wr, x]            | false | false | true
          k8s-wait-for:v2.0          | [job-wr, x]            | true  | true  | true
          k8s-wait-for:no-root-v2.0  | [job-wr, x]            | true  | true  | false
          k8s-wait-for:v2.1          | [job-wr, x]            | true  | false | true
          k8s-wait-for:v2.0          | [job-wr, x, y]         | false | true  | true
          k8s-wait-for:v2.0          | [job-wr, $JOB]         | false | true  | true
          k8s-wait-for:v2.0          | [job-wr, x-$(JOB)]     | false | true  | true
          kubectl:v1.3               | [kubectl, wait, job/x] | false | false | false
          """)
  void hasTheFaultsOfItsRelease(
      String image, String args, boolean prefixes, boolean withoutStatus, boolean root) {
    Gate.JobPoll poll = poll(image, args, "");
    assertThat(poll.matchesPrefixes()).as("prefixes").isEqualTo(prefixes);
    assertThat(poll.passesWithoutStatus()).as("without status").isEqualTo(withoutStatus);
    assertThat(poll.runsAsRoot()).as("as root").isEqualTo(root);
    assertThat(poll.hasOpenTarget()).as("open").isEqualTo(args.contains("$"));
  }

  @Test
  void mayAskAsSomebodyElse() {
    String kubeconfig = ", env: [{name: KUBECONFIG, value: /c}]";
    assertThat(poll("k8s-wait-for:v2.0", "[job-wr, x]", kubeconfig).bringsCredentials()).isTrue();
    assertThat(poll("k8s-wait-for:v2.0", "[job-wr, x]", kubeconfig).matchesPrefixes()).isFalse();
    assertThat(poll("k8s-wait-for:v2.0", "[job-wr, x]", "").bringsCredentials()).isFalse();
  }

  @Test
  void namesWholeNames() {
    Gate.JobPoll poll = poll("kubectl", "[kubectl, wait, job, x, y]", "");
    assertThat(poll.names("y")).isTrue();
    assertThat(poll.names("z")).isFalse();
  }

  @Test
  void aTargetKnowsItsPlace() {
    Container container = Containers.container("{command: [a, b], args: [c, ab]}");
    Gate.Target named = Gate.Target.in(container, "b");
    assertThat(named.name()).isEqualTo("b");
    assertThat(named.path()).isEqualTo("spec.containers[0].command[1]");
    assertThat(Gate.Target.in(container, "x").path()).isEqualTo("spec.containers[0]");
  }

  private static Gate.JobPoll poll(String image, String args, String more) {
    PodTemplate pod =
        Given.pod(
            "{initContainers: [{name: g, image: '"
                + image
                + "', args: "
                + args
                + more
                + "}], containers: []}");
    return (Gate.JobPoll) GateReader.read(pod).get(0);
  }
}
