package dev.migrationgate.pattern.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.pattern.Given;
import dev.migrationgate.pattern.pod.Image;
import dev.migrationgate.pattern.pod.ImageFamily;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a migration Job tells of itself. */
class MigrationJobTest {

  @ParameterizedTest
  @CsvSource({
    "shop-migrate-v4, r/shop:4, true",
    "shop-migrate, r/shop-migration, true",
    "shop-migrate, r/shop/service, true",
    "shop-migrate, shop, true",
    "shop-migrate, shop-migrate, true",
    "shop-migrate, r/api, false",
    "shop-migrate, r/shop-api, false",
    "migrate, migrate, false",
    "migrate, r/app, false",
  })
  void isNamedAfterAnImage(String name, String image, boolean expected) {
    assertThat(Given.job(name, "{containers: []}").isNamedAfter(Image.parse(image)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "r/shop-migration, r/shop",
    "r/shop/service, r/shop",
    "r/shop/app, r/shop",
    "r/shop/migrations, r/shop",
    "service, service",
    "/service, /service",
    "docker.io/library/shop, shop",
    "migrations, ''",
  })
  void imagesOfOneApplicationHaveAFamily(String image, String family) {
    assertThat(ImageFamily.of(Image.parse(image))).isEqualTo(family);
  }

  @ParameterizedTest
  @CsvSource({
    "manual-shop-migrate, true",
    "shop-manual-migrate, true",
    "shop-migrate-manual, true",
    "shop-manually-migrate, false",
    "shop-migrate, false",
  })
  void mayBeAppliedByHand(String name, boolean expected) {
    assertThat(Given.job(name, "{containers: []}").isAppliedByHand()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {name: m}                       | false
          {generateName: m-}              | true
          {name: m, generateName: m-}     | false
          {}                              | false
          """)
  void mayHaveAGeneratedName(String metadata, boolean expected) {
    assertThat(with("metadata: " + metadata, "{}").hasGeneratedName()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {labels: {a: b, phase: pre-deploy}} | phase: pre-deploy
          {labels: {stage: pre-rollout}}      | stage: pre-rollout
          {labels: {phase: deploy}}           |
          {annotations: {phase: pre-deploy}}  |
          """)
  void mayBeLabelledAsEarly(String metadata, String expected) {
    assertThat(with("metadata: " + metadata, "{}").earlyLabel())
        .isEqualTo(Optional.ofNullable(expected));
  }

  @Test
  void limitsAreRead() {
    MigrationJob job = with("a: b", "{ttlSecondsAfterFinished: 60, activeDeadlineSeconds: 90}");
    assertThat(job.ttl()).contains("60");
    assertThat(job.deadline()).hasValue(90);
    assertThat(with("a: b", "{}").ttl()).isEmpty();
    assertThat(with("a: b", "{activeDeadlineSeconds: soon}").deadline()).isEmpty();
  }

  @Test
  void mayWaitForAnother() {
    MigrationJob waits =
        Given.job(
            "b",
            "{initContainers: [{name: g, image: kubectl, command: [kubectl, wait, job/a]}],"
                + " containers: []}");
    MigrationJob a = Given.job("a", "{containers: []}");
    assertThat(waits.waitsFor(a)).isTrue();
    assertThat(a.waitsFor(waits)).isFalse();
    assertThat(waits.waitsFor(waits)).isFalse();
  }

  private static MigrationJob with(String field, String spec) {
    String template = "template: {spec: {containers: []}}";
    String whole =
        spec.equals("{}") ? "{" + template + "}" : spec.replace("}", ", " + template + "}");
    return Given.migration("{apiVersion: batch/v1, kind: Job, " + field + ", spec: " + whole + "}");
  }
}
