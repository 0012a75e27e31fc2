package dev.migrationgate.pattern.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.krm.ManifestReader;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.yaml.SourceText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SelectorIndexTest {
  private final SelectorIndex services =
      new SelectorIndex(
          ManifestReader.read(
                  new SourceText(
                      "test.yaml",
                      """
                      {apiVersion: v1, kind: Service, metadata: {name: one, namespace: a},
                       spec: {selector: {shop: yes, app: one}}}
                      ---
                      {apiVersion: v1, kind: Service, metadata: {name: two, namespace: a},
                       spec: {selector: {shop: yes, app: two}}}
                      ---
                      {apiVersion: v1, kind: Service, metadata: {name: all, namespace: a},
                       spec: {selector: {}}}
                      ---
                      {apiVersion: v1, kind: Service, metadata: {name: far, namespace: b},
                       spec: {selector: {app: one}}}
                      ---
                      {apiVersion: v1, kind: Service, metadata: {name: open},
                       spec: {selector: {shop: yes}}}
                      """))
              .resources(),
          "spec",
          "selector");

  @Test
  void leavesOutWhatTheRarestLabelRulesOut() {
    assertThat(names(Map.of("shop", "yes", "app", "one"), "a"))
        .containsExactly("one", "all", "open");
    assertThat(names(Map.of("app", "one"), "b")).containsExactly("far");
    assertThat(names(Map.of("app", "one"), "")).containsExactly("one", "all", "far");
  }

  private List<String> names(Map<String, String> labels, String namespace) {
    return services.candidates(labels, namespace).stream().map(Resource::name).toList();
  }
}
