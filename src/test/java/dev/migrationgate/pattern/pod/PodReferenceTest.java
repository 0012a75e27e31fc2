package dev.migrationgate.pattern.pod;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.pattern.Given;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which ConfigMaps and Secrets a pod names, and where. */
class PodReferenceTest {

  @Test
  void standInContainersAndVolumes() {
    PodTemplate pod =
        Given.pod(
            """
            {initContainers: [{envFrom: [{configMapRef: {name: a}}]}],
             containers: [{envFrom: [{prefix: X}, {secretRef: {name: b}}],
                           env: [{name: A, value: x},
                                 {name: B, valueFrom: {configMapKeyRef: {name: c, key: k}}},
                                 {name: C, valueFrom: {secretKeyRef: {name: d, key: k}}},
                                 {name: D, valueFrom: {fieldRef: {fieldPath: x}}},
                                 {name: E, valueFrom: {secretKeyRef: {name: [not, text]}}}]}],
             volumes: [{emptyDir: {}}, {configMap: {name: e}}, {secret: {secretName: f}},
                       {projected: {sources: [{configMap: {name: g}}, {secret: {name: h}}]}}]}
            """);
    String first = "spec.template.spec.containers[0].";
    assertThat(
            PodReference.of(pod).stream()
                .map(one -> one.kind() + " " + one.name() + " " + one.path()))
        .containsExactlyElementsOf(
            List.of(
                "ConfigMap a spec.template.spec.initContainers[0].envFrom[0].configMapRef.name",
                "Secret b " + first + "envFrom[1].secretRef.name",
                "ConfigMap c " + first + "env[1].valueFrom.configMapKeyRef.name",
                "Secret d " + first + "env[2].valueFrom.secretKeyRef.name",
                "ConfigMap e spec.template.spec.volumes[1].configMap.name",
                "Secret f spec.template.spec.volumes[2].secret.secretName",
                "ConfigMap g spec.template.spec.volumes[3].projected.sources[0].configMap.name",
                "Secret h spec.template.spec.volumes[3].projected.sources[1].secret.name"));
    for (PodReference reference : PodReference.of(pod)) {
      assertThat(reference.node().text()).contains(reference.name());
    }
  }
}
