package dev.migrationgate.pattern.pod;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.krm.Resources;
import dev.migrationgate.pattern.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who reads a ConfigMap or Secret beside us. */
class ConfigReadersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {containers: [{envFrom: [{configMapRef: {name: settings}}]}]}                               | true
          {containers: [{envFrom: [{secretRef: {name: settings}}]}]}                                  | true
          {containers: [{env: [{name: A, valueFrom: {configMapKeyRef: {name: settings, key: a}}}]}]}  | true
          {containers: [{env: [{name: A, valueFrom: {secretKeyRef: {name: settings, key: a}}}]}]}     | true
          {containers: [], volumes: [{configMap: {name: settings}}]}                                  | true
          {containers: [], volumes: [{secret: {secretName: settings}}]}                               | true
          {containers: [], volumes: [{projected: {sources: [{name: x}, {configMap: {name: settings}}]}}]} | true
          {postBuild: {substituteFrom: [{kind: Secret, name: x}, {kind: ConfigMap, name: settings}]}} | true
          {postBuild: {substituteFrom: [{kind: ConfigMap, name: other}]}}                             | false
          {containers: [{envFrom: [{configMapRef: {name: other}}]}]}                                  | false
          {containers: [{name: settings, env: [{name: settings, value: settings}]}]}                  | false
          {serviceAccount: {name: settings}, sources: [{name: settings}]}                             | false
          {configMapRef: settings}                                                                    | false
          """)
  void nameIt(String spec, boolean expected) {
    Resources resources =
        Given.resources(
            """
            {apiVersion: v1, kind: ConfigMap, metadata: {name: settings}}
            ---
            {apiVersion: example.com/v1, kind: Anything, metadata: {name: a}, spec: {deep: {list: [%s]}}}
            """
                .formatted(spec));
    assertThat(ConfigReaders.hasAny(resources.all().get(0), resources)).isEqualTo(expected);
  }

  @Test
  void mayDoSoByAnAliasOrByTheNameBeforeAPrefix() {
    Resources aliased =
        Given.resources(
            """
            {apiVersion: v1, kind: ConfigMap, metadata: {name: settings}}
            ---
            apiVersion: example.com/v1
            kind: Anything
            metadata: {name: a}
            base: &base {name: settings}
            list: [&item {configMapRef: *base}]
            """);
    assertThat(ConfigReaders.hasAny(aliased.all().get(0), aliased)).isTrue();
    Resources renamed =
        Given.resources(
            """
            {apiVersion: v1, kind: ConfigMap, metadata: {name: dev-settings,
             annotations: {internal.config.kubernetes.io/previousNames: settings}}}
            ---
            {apiVersion: example.com/v1, kind: Anything, metadata: {name: a}, spec: {configMap: {name: settings}}}
            """);
    assertThat(ConfigReaders.hasAny(renamed.all().get(0), renamed)).isTrue();
  }
}
