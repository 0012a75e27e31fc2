package dev.migrationgate.pattern.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.pattern.Given;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many pods of a workload may start at once. */
class ReplicasTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Deployment  | {}                                             | ONE
          Deployment  | {replicas: 0}                                  | NONE
          Deployment  | {replicas: 1}                                  | ONE
          Deployment  | {replicas: 2}                                  | MANY
          DaemonSet   | {}                                             | MANY
          StatefulSet | {replicas: 3}                                  | ONE
          StatefulSet | {replicas: 3, podManagementPolicy: Parallel}   | MANY
          StatefulSet | {podManagementPolicy: Parallel}                | ONE
          """)
  void areCounted(String kind, String spec, Replicas expected) {
    assertThat(of(kind, spec, "")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: s}, spec: {scaleTargetRef: {kind: Deployment, name: shop}}}  | MANY
          {apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: s}, spec: {scaleTargetRef: {kind: StatefulSet, name: shop}}} | ONE
          {apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: s}, spec: {scaleTargetRef: {kind: Deployment, name: other}}} | ONE
          {apiVersion: keda.sh/v1alpha1, kind: ScaledObject, metadata: {name: s}, spec: {scaleTargetRef: {name: shop}}}                             | MANY
          {apiVersion: keda.sh/v1alpha1, kind: ScaledObject, metadata: {name: s, namespace: other}, spec: {scaleTargetRef: {name: shop}}}           | ONE
          """)
  void areAsManyAsAnAutoscalerWants(String scaler, Replicas expected) {
    assertThat(of("Deployment", "{replicas: 1}", "---\n" + scaler)).isEqualTo(expected);
  }

  private static Replicas of(String kind, String spec, String more) {
    Resources resources =
        Given.resources(
            "{apiVersion: apps/v1, kind: "
                + kind
                + ", metadata: {name: shop, namespace: prod}, spec: "
                + spec
                + "}\n"
                + more);
    Resource workload = resources.all().get(0);
    return Replicas.of(workload, new Autoscalers(resources));
  }
}
