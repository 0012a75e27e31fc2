package dev.migrationgate.yaml;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.migrationgate.growth.Growth;
import dev.migrationgate.growth.Hostile;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Both readers of YAML and what writes values, given what they like least. */
@Tag("growth")
class YamlGrowthTest {
  private static final int LONGEST = 10_000_000;

  static Stream<Hostile> texts() {
    return Stream.of(
        Hostile.of("a"),
        Hostile.of("a: "),
        Hostile.of("- "),
        Hostile.of("? "),
        Hostile.of("["),
        Hostile.of("{"),
        Hostile.of("{a: "),
        Hostile.of("a:\n"),
        Hostile.of("- a\n"),
        Hostile.of("- a: b\n  c: 'd'\n"),
        Hostile.of("&a "),
        Hostile.of("*a "),
        Hostile.of("!a "),
        Hostile.of("'"),
        Hostile.of("\""),
        Hostile.of("\"\\"),
        Hostile.of("# a\n"),
        Hostile.of("|\n"),
        Hostile.of("---\n"),
        Hostile.of("a\n"),
        Hostile.of("%A\n"),
        Hostile.of(" "),
        Hostile.of("\t"),
        Hostile.of("\r"),
        Hostile.of("\uD83D\uDE80"),
        new Hostile("[", "a, ", "a]"),
        new Hostile("[", "{a: b}, ", "a]"),
        new Hostile("- &a b\n", "- *a\n", ""),
        new Hostile("a: \"", "a\\n", "\""),
        new Hostile("a: '", "''", "'"),
        new Hostile("a: '", "a\n\n ", "'"),
        new Hostile("a: |\n", "  b\n", ""),
        new Hostile("a: >\n", "  b\n\n", ""),
        new Hostile("a: >\n", "   b\n  c\n", ""),
        new Hostile("a: |\n  b\n", "\n", "c: d\n"),
        new Hostile("a: b\n", "  c\n", ""));
  }

  static Stream<Arguments> writers() {
    return Stream.of(
        arguments("quotes", consumer(Quoting::doubleQuoted), "\"\\\u2028a\uD83D\uDE80\n"),
        arguments("one quote", consumer(Quoting::singleQuoted), "'a"),
        arguments("plain", consumer(text -> PlainScalar.canBePlain(text, true)), "1_ae.+-0:#x"),
        arguments("value", consumer(YamlGrowthTest::edit), "a'\"#"));
  }

  private static Consumer<String> consumer(Consumer<String> consumer) {
    return consumer;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void ofTexts(Hostile text) {
    Growth.isLinear(List.of(text), LONGEST, YamlGrowthTest::read);
  }

  /** A text of each character alone, and of all of them. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("writers")
  void ofWriters(String name, Consumer<String> writer, String characters) {
    List<Hostile> texts =
        Stream.concat(Stream.of(characters), characters.codePoints().mapToObj(Character::toString))
            .map(Hostile::of)
            .toList();
    Growth.isLinear(texts, LONGEST, writer);
  }

  private static void read(String text) {
    try {
      YamlReader.read(new SourceText("text", text));
    } catch (InvalidYaml e) {
      // Most of them are none.
    }
  }

  private static void edit(String text) {
    SourceText source = new SourceText("text", "a: b # c\n");
    Scalar scalar = YamlReader.read(source).get(0).root().scalar("a").orElseThrow();
    Optional<String> edited = ScalarEdit.applied(source, scalar, text, false);
    if (edited.isEmpty()) {
      throw new AssertionError("refused");
    }
  }
}
