package dev.migrationgate.substitute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameSanitizerTest {

  /** What stands before the hash of the value. */
  @ParameterizedTest
  @CsvSource({
    "v1.2.3, v1.2.3-",
    "V1_2, v1-2-",
    "a__b, a-b-",
    "a--b, a--b-",
    "a-_b, a-b-",
    "a..b, a-b-",
    "_v1, v1-",
    "-.v1.-, v1-",
    "v1+, v1-",
    "a/z0:9, a-z0-9-",
    "Ünter, nter-",
    "+++, ''",
  })
  void makesALegalPartOfAName(String value, String legal) {
    String name = NameSanitizer.sanitize(value);
    assertThat(name).startsWith(legal).matches("[a-z0-9]([-.a-z0-9]*[a-z0-9])?");
    assertThat(name.substring(legal.length())).matches("[0-9a-f]{8}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "Z", "9", "v1.2_3-x", "A-B"})
  void labelsMayHave(String value) {
    assertThat(NameSanitizer.isLabelValue(value)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "-a", "a-", ".a", "a_", "a+b", "a b", "ä", "\u212A", "a/b", "a:b"})
  void labelsMayNotHave(String value) {
    assertThat(NameSanitizer.isLabelValue(value)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {62, 63})
  void labelsMayHaveSixtyThreeCharacters(int length) {
    assertThat(NameSanitizer.isLabelValue("a".repeat(length))).isTrue();
    assertThat(NameSanitizer.isLabelValue("a".repeat(64))).isFalse();
  }
}
