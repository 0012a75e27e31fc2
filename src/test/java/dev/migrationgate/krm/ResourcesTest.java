package dev.migrationgate.krm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.yaml.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResourcesTest {
  private final Resources resources =
      new Resources(
          ManifestReader.read(
                  new SourceText(
                      "test.yaml",
                      """
                      {apiVersion: v1, kind: Secret, metadata: {name: api, namespace: b}}
                      ---
                      {apiVersion: v1, kind: Service, metadata: {name: api, namespace: a}}
                      ---
                      {apiVersion: v1, kind: Secret, metadata: {name: api}}
                      ---
                      {apiVersion: v1, kind: Secret, metadata: {name: api, namespace: a}}
                      ---
                      {apiVersion: v1, kind: Namespace, metadata: {name: a}}
                      ---
                      {apiVersion: other/v1, kind: Secret, metadata: {name: api, namespace: a}}
                      ---
                      apiVersion: v1
                      kind: Secret
                      metadata:
                        name: now
                        namespace: a
                        annotations: {internal.config.kubernetes.io/previousNames: before}
                      """))
              .resources());

  @Test
  void areFoundByKind() {
    assertThat(positions(resources.of("", "Secret"))).containsExactly(0, 2, 3, 6);
    assertThat(resources.of("", "Job")).isEmpty();
  }

  @Test
  void areFoundByNameInTheOrderOfTheInput() {
    assertThat(positions(resources.named("", "Secret", "api", "a"))).containsExactly(2, 3);
    assertThat(positions(resources.named("", "Secret", "api", "b"))).containsExactly(0, 2);
    assertThat(positions(resources.named("", "Secret", "api", "c"))).containsExactly(2);
    assertThat(positions(resources.named("", "Secret", "api", ""))).containsExactly(0, 2, 3);
    assertThat(positions(resources.named("api", "a"))).containsExactly(1, 2, 3, 5);
  }

  @Test
  void areFoundByTheirFormerNames() {
    assertThat(positions(resources.named("", "Secret", "before", "a"))).containsExactly(6);
    assertThat(positions(resources.named("", "Secret", "now", "a"))).containsExactly(6);
  }

  @Test
  void knowTheNamespaceOfAResource() {
    assertThat(resources.namespaceOf(resources.all().get(1)).map(Resource::position)).contains(4);
    assertThat(resources.namespaceOf(resources.all().get(0))).isEmpty();
  }

  private static List<Integer> positions(List<Resource> found) {
    return found.stream().map(Resource::position).toList();
  }
}
