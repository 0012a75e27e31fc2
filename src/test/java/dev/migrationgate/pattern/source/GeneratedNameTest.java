package dev.migrationgate.pattern.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.krm.Resources;
import dev.migrationgate.pattern.Containers;
import dev.migrationgate.pattern.Given;
import dev.migrationgate.pattern.pod.PodReference;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which names kustomize made of a content. */
class GeneratedNameTest {
  private static final Resources NOTHING = new Resources(List.of());

  @ParameterizedTest
  @CsvSource({
    "settings-2456789bcd, true",
    "shop-settings-fghkmt2456, true",
    "-2456789bcd, true",
    "settings-2456789bc, false",
    "settings-2456789bcdf, false",
    "settings-2456789bca, false",
    "settings-a456789bcd, false",
    "2456789bcd, false",
    "settings, false",
    "'', false",
  })
  void endInAHash(String name, boolean expected) {
    assertThat(GeneratedName.isIn(reference("ConfigMap", name), NOTHING)).isEqualTo(expected);
  }

  @Test
  void orAreGoingTo() {
    Resources resources =
        Given.resources(
            """
            {apiVersion: v1, kind: ConfigMap, metadata: {name: settings, annotations:
              {internal.config.kubernetes.io/needsHashSuffix: enabled}}}
            ---
            {apiVersion: v1, kind: ConfigMap, metadata: {name: other}}
            """);
    assertThat(GeneratedName.isIn(reference("ConfigMap", "settings"), resources)).isTrue();
    assertThat(GeneratedName.isIn(reference("Secret", "settings"), resources)).isFalse();
    assertThat(GeneratedName.isIn(reference("ConfigMap", "other"), resources)).isFalse();
  }

  private static PodReference reference(String kind, String name) {
    return new PodReference(kind, name, Containers.read("x"), "spec");
  }
}
