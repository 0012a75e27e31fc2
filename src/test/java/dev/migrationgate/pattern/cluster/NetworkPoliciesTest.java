package dev.migrationgate.pattern.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Given;
import dev.migrationgate.pattern.gate.Workload;
import dev.migrationgate.pattern.pod.PodTemplate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which pods may speak to which, and to the API server, as far as NetworkPolicies tell. */
class NetworkPoliciesTest {
  private static final Peer APP = peer("shop", Map.of("app", "shop"), Set.of());
  private static final Peer DATABASE = peer("shop", Map.of("app", "db"), Set.of(5432L));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{podSelector: {}, policyTypes: [Egress]}",
        "{podSelector: {}, policyTypes: [Ingress, Egress], egress: []}",
        "{podSelector: {matchLabels: {app: shop}}, egress: [{to: [{podSelector: {}}]}]}",
        "{podSelector: {}, egress: [{to: [{namespaceSelector: {matchLabels: {a: b}}}]}]}",
        "{podSelector: {}, egress: [{ports: [{port: 442}, {port: 444}]}]}",
        "{podSelector: {}, egress: [{ports: [{port: 443, protocol: UDP}]}]}",
        "{podSelector: {}, egress: [{ports: [{port: 6444, endPort: 8442}]}]}",
        "{podSelector: {}, egress: [{ports: [{port: dns, protocol: UDP}]}]}",
      })
  void keepsAPodFromTheApiServer(String spec) {
    assertThat(policies(spec).keepsFromApiServer(APP)).map(Resource::name).contains("policy");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{podSelector: {}}",
        "{podSelector: {}, ingress: [], policyTypes: [Ingress]}",
        "{podSelector: {}, egress: [], policyTypes: [Ingress]}",
        "{podSelector: {matchLabels: {app: other}}, policyTypes: [Egress]}",
        "{policyTypes: [Egress]}",
        "{podSelector: {}, egress: [{}]}",
        "{podSelector: {}, egress: [{to: [{namespaceSelector: {}}]}]}",
        "{podSelector: {}, egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8}}]}]}",
        "{podSelector: {}, egress: [{to: [{podSelector: {}}, {ipBlock: {cidr: 10.0.0.0/8}}]}]}",
        "{podSelector: {}, egress: [{ports: [{port: 80}]}, {ports: [{port: 80}, {port: 6443}]}]}",
        "{podSelector: {}, egress: [{ports: [{port: 443, protocol: TCP}]}]}",
        "{podSelector: {}, egress: [{ports: [{port: 400, endPort: 443}]}]}",
        "{podSelector: {}, egress: [{ports: [{port: https}]}]}",
      })
  void letsAPodAskTheApiServer(String spec) {
    assertThat(policies(spec).keepsFromApiServer(APP)).isEmpty();
  }

  @ParameterizedTest(name = "{0}: only names {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {podSelector: {}, policyTypes: [Egress]}                                                | true
          {podSelector: {}, policyTypes: [Ingress, Egress], egress: []}                           | true
          {podSelector: {}, egress: [{ports: [{port: 53, protocol: UDP}, {port: 53}]}]}           | true
          {podSelector: {}, egress: [{to: [{namespaceSelector: {}}], ports: [{port: 5353}]}]}     | true
          {podSelector: {}, egress: [{ports: [{port: 53, endPort: 6000}]}]}                       | false
          {podSelector: {}, egress: [{ports: [{port: 53}]}, {ports: [{port: 5432}]}]}             | false
          {podSelector: {}, egress: [{ports: [{port: 53}, {port: postgres}]}]}                    | false
          {podSelector: {}, egress: [{to: [{namespaceSelector: {matchLabels: {a: b}}}]}]}         | false
          {podSelector: {}, egress: [{}]}                                                         | false
          {podSelector: {}}                                                                       | false
          {podSelector: {matchLabels: {app: other}}, policyTypes: [Egress]}                       | false
          """)
  void leavesAPodOnlyNameServers(String spec, boolean only) {
    assertThat(policies(spec).leavesOnlyNames(APP).isPresent()).isEqualTo(only);
  }

  @ParameterizedTest(name = "{0}: apart {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {podSelector: {matchLabels: {app: db}}}                                                            | true
          {podSelector: {matchLabels: {app: db}}, ingress: [{}]}                                             | false
          {podSelector: {matchLabels: {app: db}}, ingress: [{from: [{podSelector: {matchLabels: {app: shop}}}]}]}  | false
          {podSelector: {matchLabels: {app: db}}, ingress: [{from: [{podSelector: {matchLabels: {app: other}}}]}]} | true
          {podSelector: {matchLabels: {app: db}}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]}         | false
          {podSelector: {matchLabels: {app: db}}, ingress: [{from: [{namespaceSelector: {}}]}]}               | false
          {podSelector: {matchLabels: {app: db}}, ingress: [{ports: [{port: 5432}]}]}                         | false
          {podSelector: {matchLabels: {app: db}}, ingress: [{ports: [{port: 5433}]}]}                         | true
          {podSelector: {matchLabels: {app: db}}, ingress: [{ports: [{port: 5000, endPort: 6000}]}]}          | false
          {podSelector: {matchLabels: {app: shop}}, policyTypes: [Egress]}                                    | true
          {podSelector: {matchLabels: {app: shop}}, egress: [{to: [{podSelector: {matchLabels: {app: db}}}]}]} | false
          {podSelector: {matchLabels: {app: shop}}, egress: [{to: [{podSelector: {matchLabels: {app: x}}}]}]}  | true
          {podSelector: {matchLabels: {app: shop}}}                                                           | false
          """)
  void keepsTwoPodsApart(String spec, boolean apart) {
    assertThat(policies(spec).keepsApart(APP, DATABASE).isPresent()).isEqualTo(apart);
  }

  @Test
  void aPeerWithoutANamespaceSelectorIsNear() {
    NetworkPolicies policies =
        policies(
            "{podSelector: {matchLabels: {app: db}}, ingress: [{from: [{podSelector: {matchLabels:"
                + " {app: shop}}}]}]}");
    Peer far = peer("elsewhere", Map.of("app", "shop"), Set.of());
    assertThat(policies.keepsApart(APP, DATABASE)).isEmpty();
    assertThat(policies.keepsApart(far, DATABASE)).isPresent();
  }

  @Test
  void aPodThatDeclaresNoPortMayListenOnAny() {
    NetworkPolicies policies =
        policies("{podSelector: {matchLabels: {app: db}}, ingress: [{ports: [{port: 5432}]}]}");
    Peer open = peer("shop", Map.of("app", "db"), Set.of());
    assertThat(policies.keepsApart(APP, open)).isEmpty();
  }

  @Test
  void policiesOfANetworkPluginMayOpenWhatTheseClose() {
    String closed = policy("{podSelector: {}, policyTypes: [Egress, Ingress]}");
    String other =
        "---\n{apiVersion: cilium.io/v2, kind: CiliumNetworkPolicy, metadata: {name: c}}\n";
    NetworkPolicies policies = new NetworkPolicies(Given.resources(closed + other));
    assertThat(policies.keepsFromApiServer(APP)).isEmpty();
    assertThat(policies.keepsApart(APP, DATABASE)).isEmpty();
  }

  @Test
  void aPodIsSeenByItsOwnLabelsAndThoseOfItsJob() {
    Resource job =
        Given.resource(
            """
            {apiVersion: batch/v1, kind: Job, metadata: {name: migrate}, spec: {template:
             {metadata: {labels: {app: shop}},
              spec: {containers: [{name: m, ports: [{containerPort: 80}, {name: x}]}]}}}}
            """);
    Peer pod = Peer.of(job, PodTemplate.of(job).orElseThrow());
    assertThat(pod.labels())
        .containsOnly(
            Map.entry("app", "shop"),
            Map.entry("job-name", "migrate"),
            Map.entry("batch.kubernetes.io/job-name", "migrate"));
    assertThat(pod.ports()).containsExactly(80L);
    Workload workload = Given.workload("{containers: []}");
    assertThat(Peer.of(workload.resource(), workload.pod()).labels()).isEmpty();
  }

  private static NetworkPolicies policies(String spec) {
    return new NetworkPolicies(Given.resources(policy(spec)));
  }

  private static String policy(String spec) {
    return "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy,"
        + " metadata: {name: policy, namespace: shop}, spec: "
        + spec
        + "}\n";
  }

  private static Peer peer(String namespace, Map<String, String> labels, Set<Long> ports) {
    Resource owner =
        Given.resource(
            "{apiVersion: apps/v1, kind: Deployment, metadata: {name: d, namespace: "
                + namespace
                + "}}");
    return new Peer(owner, labels, ports);
  }
}
