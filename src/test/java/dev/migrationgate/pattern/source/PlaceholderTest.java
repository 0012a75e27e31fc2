package dev.migrationgate.pattern.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody meant to replace. */
class PlaceholderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          shop:${TAG}            | ${TAG}
          ${TAG}-{{ x }}         | ${TAG}
          shop:{{ tag }}         | {{ tag }}
          shop-__TAG__-x         | __TAG__
          __A__                  | __A__
          shop:<tag>             | <tag>
          <a>                    | <a>
          shop__tag__x           |
          shop:${TAG             |
          shop:{{ tag            |
          ____                   |
          <>                     |
          ${}                    |
          a < b                  |
          shop                   |
          """)
  void standsInAText(String text, String found) {
    assertThat(Placeholder.in(text)).isEqualTo(Optional.ofNullable(found));
    assertThat(Placeholder.inName(text)).isEqualTo(Optional.ofNullable(found));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ghcr.io/OWNER/shop:v1            | OWNER
          IMAGE_NAME                       | IMAGE_NAME
          IMAGE_NAME:TAG                   | IMAGE_NAME
          r/YOUR-NAME/shop@sha256:0a       | YOUR-NAME
          REGISTRY/shop:__TAG__            | __TAG__
          r/shop:TAG                       |
          HUB.EXAMPLE.COM/shop             |
          HUB:5000/shop                    |
          r/Owner/shop                     |
          r/12/shop                        |
          r/a/B                            |
          """)
  void isAPartOfARepositoryInCapitals(String image, String found) {
    assertThat(Placeholder.inImage(image)).isEqualTo(Optional.ofNullable(found));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          shop-JOB_SUFFIX        | JOB_SUFFIX
          A_B.shop               | A_B
          shop-_JOB              |
          shop-1_2               |
          shop-Job_Suffix        |
          shop-JOB               |
          shop--a                |
          """)
  void isAWordInCapitalsInAName(String name, String found) {
    assertThat(Placeholder.inName(name)).isEqualTo(Optional.ofNullable(found));
    assertThat(Placeholder.in(name)).isEmpty();
  }
}
