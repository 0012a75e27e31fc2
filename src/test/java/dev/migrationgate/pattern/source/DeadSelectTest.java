package dev.migrationgate.pattern.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.pattern.Containers;
import dev.migrationgate.pattern.Given;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which replacements of a kustomization name nothing of the build. */
class DeadSelectTest {
  private static final String INPUT =
      """
      {apiVersion: batch/v1, kind: Job, metadata: {name: shop-migrate}}
      ---
      {apiVersion: apps/v1, kind: Deployment, metadata: {generateName: x-}}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {kind: Job, name: shop-migrate}                  | false
          {kind: Job, group: batch, name: shop-migrate}    | false
          {name: shop-migrate}                             | false
          {kind: Job}                                      | false
          {kind: Deployment}                               | false
          {group: batch}                                   | false
          {kind: Job, name: dev-shop-migrate}              | false
          {kind: Job, name: shop-.*}                       | true
          {kind: CronJob, name: shop-migrate}              | true
          {kind: Job, group: apps}                         | true
          {kind: Deployment, name: shop-migrate}           | true
          {kind: Job, name: migrate}                       | true
          """)
  void ofSourcesNamesWhatAPrefixMayComeBefore(String select, boolean dead) {
    List<String> found = of(true, kustomization(select));
    assertThat(found)
        .isEqualTo(
            dead
                ? List.of(
                    "replacements[0].source source", "replacements[0].targets[1].select target")
                : List.of());
  }

  @ParameterizedTest
  @CsvSource({"shop-migrate, false", "migrate, false", "dev-shop-migrate, true", "x-, true"})
  void ofABuildNamesWhatAPrefixCameBefore(String name, boolean dead) {
    assertThat(of(false, kustomization("{name: " + name + "}"))).hasSize(dead ? 2 : 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"labelSelector", "annotationSelector"})
  void whoSelectsByMoreThanNamesIsNotJudged(String selector) {
    assertThat(of(true, kustomization("{kind: CronJob, " + selector + ": 'a=b'}"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "configMapGenerator: [{name: c}]",
        "secretGenerator: [{name: c}]",
        "generators: [g.yaml]",
        "helmCharts: [{name: c}]",
        "resources: [a.yaml, 'https://example.com/x.yaml']",
        "bases: ['git@example.com:x?ref=main']",
        "components: [github.com/a/b]",
      })
  void whereMoreIsMadeThanTheFilesShowNothingIsDead(String field) {
    String dead = kustomization("{kind: CronJob}");
    assertThat(of(true, dead)).hasSize(2);
    assertThat(of(true, dead, "{" + field + "}\n")).isEmpty();
    assertThat(of(true, dead, "{resources: [a.yaml, ../base]}\n")).hasSize(2);
  }

  @Test
  void aResourceThatIsNotThereMayHoldIt() {
    KustomizationFile file =
        new KustomizationFile(
            Given.resource(kustomization("{kind: CronJob}")),
            List.of(Containers.read("gone.yaml")));
    assertThat(of(true, List.of(file))).isEmpty();
  }

  private static String kustomization(String select) {
    return "{kind: Kustomization, replacements: [{source: "
        + select
        + ", targets: [{select: {kind: Job}}, {select: "
        + select
        + "}, {}]}, {path: other.yaml}]}\n";
  }

  private static List<String> of(boolean sources, String... kustomizations) {
    List<KustomizationFile> files = new ArrayList<>();
    for (String kustomization : kustomizations) {
      files.add(new KustomizationFile(Given.resource(kustomization), List.of()));
    }
    List<String> found = new ArrayList<>();
    for (DeadSelect dead : of(sources, files)) {
      found.add(dead.path() + (dead.isSource() ? " source" : " target"));
    }
    return found;
  }

  private static List<DeadSelect> of(boolean sources, List<KustomizationFile> files) {
    return DeadSelect.of(Given.resources(INPUT), Given.files(files, List.of(), sources));
  }
}
