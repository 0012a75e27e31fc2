package dev.migrationgate.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.pattern.Given;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of whom one is told that it heeds no order of manifests, and what holds instead. */
class OrderWithoutEffectTest {
  private static final String ACCESS =
      """
      {apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: r, namespace: shop},
       rules: [{apiGroups: [batch], resources: [jobs], verbs: [get, list, watch]}]}
      ---
      {apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: r, namespace: shop},
       subjects: [{kind: ServiceAccount, name: default}], roleRef: {kind: Role, name: r}}
      ---
      {apiVersion: v1, kind: ConfigMap, metadata: {name: c, annotations: {%s: x}}}
      """;

  private static final String JOB =
      """
      ---
      {apiVersion: batch/v1, kind: Job, metadata: {name: migrate, namespace: shop, annotations: {%s}},
       spec: {template: {spec: {containers: [{image: 'shop:1', command: [rails, 'db:migrate']}]}}}}
      """;

  private static final String WORKLOAD =
      """
      ---
      {apiVersion: apps/v1, kind: Deployment, metadata: {name: shop, namespace: shop, annotations: {%s}},
       spec: {template: {spec: {containers: [{image: 'shop:1'}], initContainers: [%s]}}}}
      """;

  private static final String GATE =
      "{name: g, image: kubectl, command: [kubectl, wait, job/migrate, --for=condition=complete]}";

  private static final String ARGO = "argocd.argoproj.io/compare-options";
  private static final String HELM = "helm.sh/resource-policy";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          ARGO | last  | a: b                                 | a: b                                | GATE | the gate, init container g         | true
          ARGO | last  | a: b                                 | a: b                                | -    | a gate that is proven, or nothing  | true
          ARGO | first | a: b                                 | a: b                                | -    | a gate that is proven, or nothing  | true
          ARGO | first | a: b                                 | a: b                                | GATE | -                                  | false
          ARGO | last  | argocd.argoproj.io/hook: PreSync     | a: b                                | -    | -                                  | false
          ARGO | last  | argocd.argoproj.io/sync-wave: '-1'   | a: b                                | GATE | -                                  | false
          HELM | last  | helm.sh/hook: pre-upgrade            | a: b                                | -    | a Helm pre-upgrade hook            | false
          HELM | last  | a: b                                 | a: b                                | GATE | the gate, init container g         | false
          HELM | first | a: b                                 | a: b                                | -    | -                                  | false
          """)
  void isToldWhereSomethingWasOrdered(
      String deliverer,
      String place,
      String job,
      String workload,
      String gate,
      String guarantee,
      boolean fix) {
    String jobs = JOB.formatted(job);
    String workloads = WORKLOAD.formatted(workload, gate == null ? "" : GATE);
    String manifests =
        ACCESS.formatted(deliverer.equals("ARGO") ? ARGO : HELM)
            + (place.equals("first") ? jobs + workloads : workloads + jobs);
    List<Finding> findings = Judged.by("order-without-effect", Given.rollout(manifests));
    if (guarantee == null) {
      assertThat(findings).isEmpty();
    } else {
      assertThat(findings).hasSize(1);
      assertThat(findings.get(0).message()).endsWith("; what holds pods back is " + guarantee);
      assertThat(findings.get(0).fix().isPresent()).isEqualTo(fix);
    }
  }
}
