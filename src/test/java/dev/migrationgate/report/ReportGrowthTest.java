package dev.migrationgate.report;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.migrationgate.growth.Growth;
import dev.migrationgate.growth.Hostile;
import dev.migrationgate.terminal.Lines;
import dev.migrationgate.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What masks secrets and breaks lines, given what it likes least. */
@Tag("growth")
class ReportGrowthTest {
  private static final int LONGEST = 10_000_000;

  static Stream<Arguments> matchers() {
    return Stream.of(
        of(
            "credentials",
            Credentials::masked,
            "a",
            "@",
            ":",
            "://",
            "a:",
            "a://a@",
            "a:b@",
            ":@",
            "a://",
            "a:b ",
            "a:@",
            "://@/",
            "password=",
            "pwd=a ",
            "="),
        of(
            "passwords",
            Credentials::masked,
            "a",
            "name: ",
            "name: a",
            "name: PASSWORD, value: ",
            "name: A_KEY",
            "password",
            "password=",
            "password: ",
            "password = \"",
            "secret='",
            "token:$",
            "api_key",
            "-password ",
            "-token \"",
            "--pwd '",
            "mysql -p ",
            " -p\"",
            " -P",
            "\"",
            "'"),
        of("secrets in a text", ReportGrowthTest::mask, "a", "ab", "aab"),
        of("a secret of many lines", ReportGrowthTest::maskMany, "a", "ab"),
        of("lines", ReportGrowthTest::fit, "a", "a ", " ", "\n", "\u4e2d", "\u0301"));
  }

  private static Arguments of(String name, Consumer<String> matcher, String... units) {
    return arguments(name, matcher, Stream.of(units).map(Hostile::of).toList());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("matchers")
  void ofText(String name, Consumer<String> matcher, List<Hostile> texts) {
    Growth.isLinear(texts, LONGEST, matcher);
  }

  /** A long secret that nearly stands at each place of the text. */
  private static void mask(String text) {
    new Words(List.of(text.substring(0, text.length() / 8) + "b")).mask(text, "***");
  }

  /** Secrets that begin with each other, as long as the text together. */
  private static void maskMany(String text) {
    List<String> secrets = new ArrayList<>();
    int length = 3;
    for (int total = 0; total < text.length(); total += length) {
      length++;
      secrets.add(text.substring(0, length));
    }
    Words words = new Words(secrets);
    words.mask(text, "***");
    words.in(text);
  }

  private static void fit(String text) {
    Lines.fitted(text, new Terminal(80, false, true));
  }
}
