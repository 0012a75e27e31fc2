package dev.migrationgate.substitute;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.migrationgate.growth.Growth;
import dev.migrationgate.growth.Hostile;
import dev.migrationgate.krm.ResourceName;
import dev.migrationgate.yaml.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The grammar of expressions, and what evaluates them, given what they like least. */
@Tag("growth")
class SubstitutionGrowthTest {
  private static final int LONGEST = 10_000_000;

  static Stream<Arguments> matchers() {
    return Stream.of(
        of(
            "template",
            Template::parse,
            "$",
            "$$",
            "${",
            "${a",
            "${a}",
            "${a:=",
            "${a/",
            "${a//b/",
            "${a/\\/",
            "${a#",
            "}",
            "${a:-${b",
            "${a:-${b}",
            "${!",
            "${a:=}"),
        of("trimming", text -> evaluate("${V##*a*b*c}", text), "a", "ab", "abc", "cba"),
        of("trimming of the end", text -> evaluate("${V%%a*b?c}", text), "a", "ab", "cba"),
        of("a long pattern", text -> evaluate("${V#" + text + "}", "a"), "*a", "?", "[a", "\\"),
        of("replacing", text -> evaluate("${V//aa/b}", text), "a", "ab", "aa"),
        of(
            "replacing a long text",
            text -> evaluate("${V//" + text.substring(text.length() / 2) + "b/c}", text),
            "a",
            "ab"),
        of("replacing nothing", text -> evaluate("${V//${E}/b}", text), "a"),
        of("slicing", text -> evaluate("${V:1:3}", text), "a", "\u00e9"),
        of("a long number", text -> evaluate("${V:" + text + "}", "a"), "1", "-", "0"),
        of("mention", text -> Mention.isIn(text, "IMAGE_TAG"), "${", "${IMAGE_TAG_", "$", "${#"),
        of(
            "mention of a value",
            text ->
                Mention.ofValue(
                    new Scalar(text, text, Scalar.Style.PLAIN, "", 0, 0),
                    text.substring(text.length() / 2) + "b"),
            "a",
            "ab"),
        of("sanitizing", NameSanitizer::sanitize, "a", "-", "_", "A", ".", "-."),
        of("resource name", ResourceName::isLegal, "a", "a.", "a-"));
  }

  private static Arguments of(String name, Consumer<String> matcher, String... units) {
    return arguments(name, matcher, Stream.of(units).map(Hostile::of).toList());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("matchers")
  void ofText(String name, Consumer<String> matcher, List<Hostile> texts) {
    Growth.isLinear(texts, LONGEST, matcher);
  }

  private static void evaluate(String template, String value) {
    for (Part part : Template.parse(template).parts()) {
      if (part instanceof Part.Expression expression) {
        Evaluation.of(expression, name -> Optional.of(name.equals("E") ? "" : value));
      }
    }
  }
}
