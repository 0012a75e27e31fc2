package dev.migrationgate.pattern.pod;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a name is a version, and what of it tells no more than a role. */
class NameStemTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v4",
        "1.2.3",
        "20240102",
        "abcdef1",
        "a00000f",
        "fa99999",
        "rc.1",
        "rc1",
        "${TAG}",
        "v${TAG}",
        "COMMIT_SHA",
        "AB"
      })
  void isAVersion(String part) {
    assertThat(NameStem.isVersion(part)).isTrue();
    assertThat(NameStem.of("shop-migrate-" + part)).isEqualTo("shop-migrate");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api", "v", "vault", "rc", "rcx", "abcdef", "abcde1", "abcdefa", "abcdeg1", "abcde1/", "A",
        "_A", "a.00000", "abcde1:"
      })
  void isNoVersion(String part) {
    assertThat(NameStem.isVersion(part)).isFalse();
    assertThat(NameStem.of("shop-" + part)).isEqualTo("shop-" + part);
  }

  @ParameterizedTest
  @CsvSource({
    "shop-migrate-v4-rc.1, shop-migrate",
    "shop-1-api, shop-1-api",
    "migrate, migrate",
    "v4, v4",
    "-v4, -v4",
    "s-v4, s",
    "shop-, shop-",
  })
  void versionsEndAName(String name, String stem) {
    assertThat(NameStem.of(name)).isEqualTo(stem);
  }

  @ParameterizedTest
  @CsvSource({
    "shop-db-migrate, shop",
    "migrate_shop_api, shop-api",
    "db-migrate, ''",
    "shop--api, shop-api",
    "shop, shop",
  })
  void wordsThatTellARoleAreLeftOut(String name, String rest) {
    assertThat(NameStem.withoutMigration(name)).isEqualTo(rest);
  }

  @ParameterizedTest
  @CsvSource({"'shop-{{ tag }}', true", "shop-__TAG__, true", "shop-_tag_, false"})
  void aNameMayBeOpen(String name, boolean open) {
    assertThat(NameStem.isOpen(name)).isEqualTo(open);
  }
}
