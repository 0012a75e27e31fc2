package dev.migrationgate.pattern.pod;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which versions certainly are two. */
class VersionTest {

  @ParameterizedTest
  @CsvSource({
    "v1.4.0, 1.5.0, true",
    "1-4-0, v1.4.1, true",
    "1_4, 1+5, true",
    "2024.01.02, 2024.02.01, true",
    "abcdef1, 1fedcba, true",
    "9abcdef, 0abcdef, true",
    "abcdefa, afedcba, true",
    "v1.4.0, 1-4-0, false",
    "1.4.0, 1.4, false",
    "abcdef1, abcdef1234, false",
    "1.4.0, 2024.01.02, false",
    "1.4.0, abcdef1, false",
    "1234567, 7654321, false",
    "abcdef, fedcba, false",
    "abcdeg1, gabcde1, false",
    "abcde/1, abcde:1, false",
    "'abcdef`', abcdef1, false",
    "main, stable, false",
    "a.4.0, b.5.0, false",
    "1.x, 2.y, false",
    "1., 2., false",
    "-1, -2, false",
    "1, 2, false",
  })
  void differWhereBothAreOfOneKind(String one, String other, boolean expected) {
    assertThat(Version.differ(one, other)).isEqualTo(expected);
    assertThat(Version.differ(other, one)).isEqualTo(expected);
  }
}
