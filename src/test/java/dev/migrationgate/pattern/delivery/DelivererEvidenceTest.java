package dev.migrationgate.pattern.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.krm.ManifestReader;
import dev.migrationgate.yaml.SourceText;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who delivers, as far as annotations, labels and kinds tell; the one that tells most wins. */
class DelivererEvidenceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      textBlock =
          """
          {metadata: {name: a, annotations: {argocd.argoproj.io/sync-wave: "1"}}}       | ARGOCD
          {metadata: {name: a, annotations: {helm.sh/hook: pre-install}}}               | HELM
          {metadata: {name: a, labels: {helm.sh/chart: shop-1}}}                        | none
          {metadata: {name: a, labels: {app.kubernetes.io/managed-by: Helm}}}           | HELM
          {metadata: {name: a, labels: {app.kubernetes.io/managed-by: hand}}}           | none
          {metadata: {name: a, annotations: {kapp.k14s.io/change-group: x}}}            | KAPP
          {metadata: {name: a, labels: {kustomize.toolkit.fluxcd.io/name: x}}}          | FLUX
          {metadata: {name: a, annotations: {config.kubernetes.io/depends-on: x}}}      | KPT
          {metadata: {name: a, annotations: {config.kubernetes.io/index: "0", /x: y}}}  | none
          {metadata: {name: a}}                                                         | none
          {metadata: {generateName: a-}}                                                | KUBECTL
          {metadata: {name: a, generateName: a-}}                                       | none
          {apiVersion: kustomize.toolkit.fluxcd.io/v1, kind: Kustomization, metadata: {name: a}} | FLUX
          {apiVersion: kapp.k14s.io/v1alpha1, kind: Config, metadata: {name: a}}        | KAPP
          {apiVersion: kpt.dev/v1, kind: Kptfile, metadata: {name: a}}                  | KPT
          """)
  void isRead(String resource, Deliverer deliverer) {
    assertThat(in(resource)).isEqualTo(Optional.ofNullable(deliverer));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {metadata: {generateName: a-}} | {metadata: {name: b, annotations: {helm.sh/hook: x}}} | HELM
          {apiVersion: kpt.dev/v1, kind: Kptfile, metadata: {name: a}} | {metadata: {name: b, annotations: {argocd.argoproj.io/hook: x}}} | ARGOCD
          {apiVersion: kpt.dev/v1, kind: Kptfile, metadata: {name: a}} | {metadata: {name: b}} | KPT
          """)
  void kptAndKubectlTellLeast(String one, String other, Deliverer deliverer) {
    assertThat(in(one, other)).contains(deliverer);
    assertThat(in(other, one)).contains(deliverer);
  }

  private static Optional<Deliverer> in(String... resources) {
    StringBuilder text = new StringBuilder();
    for (String resource : resources) {
      String kind = resource.contains("kind:") ? "" : "apiVersion: batch/v1, kind: Job, ";
      text.append("---\n{").append(kind).append(resource.substring(1)).append('\n');
    }
    SourceText source = new SourceText("test.yaml", text.toString());
    return DelivererEvidence.in(ManifestReader.read(source).resources());
  }
}
