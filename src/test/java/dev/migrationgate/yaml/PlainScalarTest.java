package dev.migrationgate.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class PlainScalarTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "v2.0.1",
        "4.5.6",
        "4.5.6-rc.1",
        "release",
        "3e",
        "e3",
        "0xz",
        "0b3",
        "0o8",
        "1-1",
        "1:2",
        "2023-04",
        "2023-04-",
        "23-04-05",
        "2023-04-05x",
        "2023-004-05",
        "2023--1",
        "0x",
        "-0b",
        "inf",
        "NaN",
        "trUe",
        "oN",
        "-",
        "+",
        ".",
        "-.",
        "._",
        "1e309",
        "9e99999999999",
        "٣",
        "4_a",
        "null2",
        "a b",
        "é"
      })
  void strings(String text) {
    assertThat(PlainScalar.isStringEverywhere(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "~",
        "NULL",
        "<<",
        "True",
        "FALSE",
        "Yes",
        "NO",
        "Off",
        "y",
        "N",
        "0",
        "42",
        "-42",
        "+42",
        "042",
        "09",
        "4_2",
        "4_",
        "-_4",
        "+0x2A",
        "0X2a",
        "-0o7",
        "0B1",
        "0b-1",
        "0o+7",
        "1.",
        "-.5",
        ".5E3",
        "4e2",
        "4e-999",
        "1e308",
        "4_2.0_1",
        "1234567",
        "12e45",
        "99999999999999999999999",
        ".NAN",
        "-.Inf",
        "2023-04-05",
        "2023-4-5",
        "2023-04-05T06:07:08Z",
        "2023-04-05 06:07:08"
      })
  void notStrings(String text) {
    assertThat(PlainScalar.isStringEverywhere(text)).isFalse();
    assertThat(PlainScalar.canBePlain(text, false)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "registry.example.com:5000/app:v1",
        "--for=condition=complete",
        "a#b",
        "a:b",
        "it's",
        "a \"b\"",
        "-x",
        "x-",
        "$(POD)",
        "${TAG}",
        "a*b",
        "a&b",
        "a\u00a0b",
        "\ud83d\ude80 go",
        "=",
        "<a>",
        "a\\b"
      })
  void plainAnywhere(String text) {
    assertThat(PlainScalar.canBePlain(text, false)).isTrue();
    assertThat(loaded("f: " + text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"a,b", "a[0]", "${TAG}", "a?b", "x}", "--for=jsonpath={.status}"})
  void plainInBlocksOnly(String text) {
    assertThat(PlainScalar.canBePlain(text, false)).isTrue();
    assertThat(PlainScalar.canBePlain(text, true)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " a",
        "a ",
        "a: b",
        "a:",
        "a #b",
        "#a",
        "- a",
        "-",
        "? a",
        "?a",
        ": a",
        ":a",
        "*a",
        "&a",
        "!a",
        "|",
        ">",
        "%a",
        "@a",
        "`a",
        "'a'",
        "\"a\"",
        "[a",
        "]a",
        "{a",
        "}a",
        ",a",
        "---",
        "...",
        "--- a",
        "a\nb",
        "a\tb",
        "a\rb",
        "a\u0085b",
        "a\u2028b",
        "\ufeffa",
        "a\u0000",
        "a\u007f",
        "\ud83d"
      })
  void neverPlain(String text) {
    assertThat(PlainScalar.canBePlain(text, false)).isFalse();
    assertThat(PlainScalar.canBePlain(text, true)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "7", "-7", "8080", "9223372036854775807", "-9223372036854775808"})
  void integers(String text) {
    assertThat(PlainScalar.isInteger(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "+7",
        "07",
        "00",
        "-07",
        "-0",
        "0x7",
        "7_0",
        "7.0",
        "7e0",
        " 7",
        "٣",
        "9223372036854775808",
        "-9223372036854775809",
        "10000000000000000000"
      })
  void notIntegersToAll(String text) {
    assertThat(PlainScalar.isInteger(text)).isFalse();
  }

  @Test
  void booleans() {
    assertThat(PlainScalar.isBoolean("true")).isTrue();
    assertThat(PlainScalar.isBoolean("false")).isTrue();
    assertThat(PlainScalar.isBoolean("True")).isFalse();
    assertThat(PlainScalar.isBoolean("yes")).isFalse();
    assertThat(PlainScalar.isBoolean("")).isFalse();
  }

  private static Object loaded(String yaml) {
    Object document = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return ((Map<?, ?>) document).get("f");
  }
}
