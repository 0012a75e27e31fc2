package dev.migrationgate.pattern.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.pattern.Containers;
import dev.migrationgate.pattern.pod.PodTemplate;
import dev.migrationgate.yaml.Node;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a label selector means. */
class LabelSelectorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                                    | true
          {matchLabels: {app: shop}}                                            | true
          {matchLabels: {app: shop, tier: web}}                                 | true
          {matchLabels: {app: other}}                                           | false
          {matchLabels: {role: x}}                                              | false
          {matchExpressions: [{key: app, operator: In, values: [a, shop]}]}     | true
          {matchExpressions: [{key: app, operator: In, values: [a, b]}]}        | false
          {matchExpressions: [{key: role, operator: In, values: [a]}]}          | false
          {matchExpressions: [{key: app, operator: NotIn, values: [a, b]}]}     | true
          {matchExpressions: [{key: role, operator: NotIn, values: [a]}]}       | true
          {matchExpressions: [{key: app, operator: NotIn, values: [shop]}]}     | false
          {matchExpressions: [{key: app, operator: Exists}]}                    | true
          {matchExpressions: [{key: role, operator: Exists}]}                   | false
          {matchExpressions: [{key: role, operator: DoesNotExist}]}             | true
          {matchExpressions: [{key: app, operator: DoesNotExist}]}              | false
          {matchLabels: {app: shop}, matchExpressions: [{key: role, operator: Exists}]} | false
          """)
  void selects(String selector, boolean expected) {
    Node template =
        Containers.read("{metadata: {labels: {app: shop, tier: web}}, spec: {containers: []}}");
    PodTemplate pod =
        new PodTemplate(template, template.get("spec").orElseThrow(), "spec.template.spec");
    assertThat(LabelSelector.matches(Containers.read(selector), pod)).isEqualTo(expected);
  }
}
