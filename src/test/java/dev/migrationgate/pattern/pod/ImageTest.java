package dev.migrationgate.pattern.pod;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Images, their tags, and the ones that belong together. */
class ImageTest {

  @ParameterizedTest
  @CsvSource({
    "shop, shop, '', ''",
    "shop:1.2, shop, 1.2, ''",
    "registry:5000/shop, registry:5000/shop, '', ''",
    "registry:5000/shop:1@sha256:ab, registry:5000/shop, 1, sha256:ab",
    "@sha256:ab, '', '', sha256:ab",
    ":1, '', 1, ''",
  })
  void isTakenApart(String text, String repository, String tag, String digest) {
    assertThat(Image.parse(text)).isEqualTo(new Image(repository, tag, digest));
  }

  @ParameterizedTest
  @CsvSource({"1.4.0, true", "main-3f2c1ab, true", "production, false", "main, false"})
  void aReleaseIsToldByItsTag(String tag, boolean expected) {
    assertThat(new Image("shop", tag, "").hasReleaseTag()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "z", "A", "Z", "0", "9", "_", "v1.2-rc_3", "_.-"})
  void aRegistryTakesThese(String tag) {
    assertThat(Image.isTag(tag)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "-a", "a/b", "a:b", "a@b", "a[b", "a`b", "a{b", "a b", "é"})
  void aRegistryTakesNoOthers(String tag) {
    assertThat(Image.isTag(tag)).isFalse();
  }

  @Test
  void aTagHas128CharactersAtMost() {
    assertThat(Image.isTag("a".repeat(128))).isTrue();
    assertThat(Image.isTag("a".repeat(129))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "registry/shop-migration, registry/shop",
    "registry/shop/service, registry/shop",
    "registry/shop/app, registry/shop",
    "registry/shop/migrate, registry/shop",
    "registry/shop, registry/shop",
    "docker.io/library/shop, shop",
    "migrate, ''",
  })
  void aMigrationsImageIsOfItsServicesFamily(String image, String family) {
    assertThat(ImageFamily.of(Image.parse(image))).isEqualTo(family);
  }
}
