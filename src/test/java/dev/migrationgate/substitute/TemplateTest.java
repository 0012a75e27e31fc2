package dev.migrationgate.substitute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.substitute.Operator.Replace.Occurrence;
import dev.migrationgate.substitute.Operator.Trim.End;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "$",
        "a$",
        "$TAG",
        "$(TAG)",
        "{TAG}",
        "$ {TAG}",
        "{{ $x }}",
        "\ud83d"
      })
  void textWithoutExpressionsIsOneLiteral(String text) {
    assertThat(Template.mentionsExpression(text)).isFalse();
    assertThat(Template.parse(text).parts())
        .isEqualTo(text.isEmpty() ? List.of() : List.of(new Part.Literal(0, text.length(), text)));
  }

  @Test
  void partsCoverTheText() {
    assertThat(Template.parse("app:${TAG}-$$x${a b}.").parts())
        .containsExactly(
            new Part.Literal(0, 4, "app:"),
            new Part.Expression(4, 10, "TAG", new Operator.Plain()),
            new Part.Literal(10, 11, "-"),
            new Part.Escape(11, 13),
            new Part.Literal(13, 14, "x"),
            new Part.Malformed(14, 20, Optional.of("a"), "a space stands after the name"),
            new Part.Literal(20, 21, "."));
  }

  @ParameterizedTest
  @CsvSource({
    "$$, E",
    "$$$, EL",
    "$$$$, EE",
    "$${TAG}, EL",
    "$$${TAG}, EX",
    "$$$${TAG}, EEL",
    "${TAG}$, XL",
    "${TAG}$$, XE",
    "\ud83d\ude80${TAG}\ud83d\ude80, LXL",
    "\\${TAG}, LX",
    "${TAG}}, XL",
    "$${${TAG}}, ELXL",
    "${TAG:-{a}}, XL",
    "${TAG:-$${x}}, X",
    "${TAG:-a$$b}, X",
    "${, M",
    "${}, M"
  })
  void kindsOfParts(String text, String kinds) {
    assertThat(Template.mentionsExpression(text)).isTrue();
    assertThat(kinds(text)).isEqualTo(kinds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"V", "_", "_v1", "IMAGE_TAG", "1", "été", "\ud835\udc00"})
  void names(String name) {
    assertThat(only("${" + name + "}")).isEqualTo(expression(name, new Operator.Plain()));
  }

  @Test
  void operators() {
    assertThat(operator("${#V}")).isEqualTo(new Operator.Length());
    assertThat(operator("${V^}")).isEqualTo(new Operator.Case(true, false));
    assertThat(operator("${V,,}")).isEqualTo(new Operator.Case(false, true));
    assertThat(operator("${V:-}")).isEqualTo(new Operator.Default(new Template(List.of())));
    assertThat(operator("${V=d}")).isEqualTo(new Operator.Default(literal(4, "d")));
    assertThat(operator("${V:=d}")).isEqualTo(new Operator.Default(literal(5, "d")));
    assertThat(operator("${V:+d}")).isEqualTo(new Operator.Alternative(literal(5, "d")));
    assertThat(operator("${V:?d}")).isEqualTo(new Operator.Required(literal(5, "d")));
    assertThat(operator("${V:1}")).isEqualTo(new Operator.Slice(literal(4, "1"), Optional.empty()));
    assertThat(operator("${V:1:2}"))
        .isEqualTo(new Operator.Slice(literal(4, "1"), Optional.of(literal(6, "2"))));
    assertThat(operator("${V#p}")).isEqualTo(new Operator.Trim(End.PREFIX, false, literal(4, "p")));
    assertThat(operator("${V%%p{}"))
        .isEqualTo(new Operator.Trim(End.SUFFIX, true, literal(5, "p{")));
    assertThat(operator("${V//a/b}"))
        .isEqualTo(new Operator.Replace(Occurrence.ALL, literal(5, "a"), literal(7, "b")));
    assertThat(operator("${V/%a/}"))
        .isEqualTo(
            new Operator.Replace(Occurrence.SUFFIX, literal(5, "a"), new Template(List.of())));
  }

  @Test
  void escapesInReplacementsMeanOneCharacter() {
    assertThat(operator("${V/\\/$$/\\\\}"))
        .isEqualTo(
            new Operator.Replace(
                Occurrence.FIRST,
                new Template(List.of(new Part.Literal(4, 8, "/$"))),
                new Template(List.of(new Part.Literal(9, 11, "\\")))));
  }

  @Test
  void argumentsNest() {
    assertThat(operator("${V:-a${W^}b}"))
        .isEqualTo(
            new Operator.Default(
                new Template(
                    List.of(
                        new Part.Literal(5, 6, "a"),
                        new Part.Expression(6, 11, "W", new Operator.Case(true, false)),
                        new Part.Literal(11, 12, "b")))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "${}            |   | no variable name",
        "${!x}          |   | indirection",
        "${ V}          |   | space",
        "${-V}          |   | no variable name",
        "${$V}          |   | no variable name",
        "${#}           |   | no variable name",
        "${V }          | V | space",
        "${V-d}         | V | only after a colon",
        "${V+d}         | V | only after a colon",
        "${V?d}         | V | only after a colon",
        "${foo[@]}      | foo | arrays",
        "${image.tag}   | image | dots",
        "${V@Q}         | V | no operator",
        "${V:}          | V | no number",
        "${V::1}        | V | no number",
        "${V:é}         | V | no number",
        "${V:٢}         | V | no number",
        "${V:1:}        | V | no number",
        "${V:1${W}}     | V | closing brace",
        "${V#}          | V | no pattern",
        "${V#a${W}}     | V | closing brace",
        "${V/a}         | V | no slash",
        "${V//}         | V | no text to replace",
        "${V/a/b${W}}   | V | closing brace",
        "${V^^x}        | V | closing brace",
        "${V^^^}        | V | longer than",
        "${V^,}         | V | mixes",
        "${#V:-1}       | V | closing brace",
        "${V:-${W-x}}   | V | only after a colon",
      })
  void whatFluxRefuses(String text, String name, String reason) {
    Part part = only(text);
    assertThat(part).isInstanceOf(Part.Malformed.class);
    assertThat(((Part.Malformed) part).name()).isEqualTo(Optional.ofNullable(name));
    assertThat(((Part.Malformed) part).reason()).contains(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "${foo[@]} x, 9",
    "${a b ${c} d} x, 13",
    "${a b ${c d} ${e} f} x, 20",
    "${V/1} a/b}, 6",
    "${a b $${c} d} x, 14",
    "${a b, 2",
    "${V, 2",
    "${V:-a, 2",
    "${V:-${W}, 2",
    "${a b ${c} d, 2"
  })
  void extentOfTheMalformed(String text, int end) {
    Part first = Template.parse(text).parts().get(0);
    assertThat(first).isInstanceOf(Part.Malformed.class);
    assertThat(first.end()).isEqualTo(end);
  }

  @Test
  void parsesOnAfterTheMalformed() {
    assertThat(kinds("${a b}${V}${${V}")).isEqualTo("MXMX");
  }

  @Test
  void nestingIsBounded() {
    assertThat(only(nested(64))).isInstanceOf(Part.Expression.class);
    Part tooDeep = only(nested(65));
    assertThat(tooDeep).isInstanceOf(Part.Malformed.class);
    assertThat(((Part.Malformed) tooDeep).reason()).contains("64 deep");
    assertThat(((Part.Malformed) tooDeep).name()).contains("V");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${",
        "$",
        "$$",
        "${}",
        "${V",
        "${V:-",
        "${V:-a",
        "${V:-${W}",
        "${V/",
        "${V/a",
        "${V//a/",
        "${V#",
        "${V:",
        "${a b ",
        "}",
        "${V:-}",
        "${V^^x}",
        "${V:1${W}}",
        "${a b}",
        "${V/}",
        "${V#\n${W}}",
        "$${",
        "$${V}",
        "${V/$${",
        "${V//${W}/",
        "\\/${V/\\/",
        "\ud83d"
      })
  void adversarialTextIsParsedWhole(String unit) {
    String text = unit.repeat((1 << 20) / unit.length());
    assertThat(coveredUpTo(Template.parse(text))).isEqualTo(text.length());
  }

  @Test
  void deepUnclosedNestingBeforeManySiblings() {
    String text = "${V:-".repeat(1_000) + "${W}".repeat(200_000);
    List<Part> parts = Template.parse(text).parts();
    assertThat(parts.get(0)).isInstanceOf(Part.Malformed.class);
    assertThat(parts.get(parts.size() - 1)).isInstanceOf(Part.Expression.class);
  }

  /** How far the parts reach without gap or overlap. */
  private static int coveredUpTo(Template template) {
    int at = 0;
    for (Part part : template.parts()) {
      if (part.start() != at || part.end() <= at) {
        break;
      }
      at = part.end();
    }
    return at;
  }

  private static String nested(int depth) {
    return "${V:-".repeat(depth - 1) + "${V}" + "}".repeat(depth - 1);
  }

  private static Part only(String text) {
    List<Part> parts = Template.parse(text).parts();
    assertThat(parts).hasSize(1);
    return parts.get(0);
  }

  private static Operator operator(String text) {
    return ((Part.Expression) only(text)).operator();
  }

  private static Part expression(String name, Operator operator) {
    return new Part.Expression(0, name.length() + 3, name, operator);
  }

  private static Template literal(int start, String text) {
    return new Template(List.of(new Part.Literal(start, start + text.length(), text)));
  }

  /** L literal, E escape, X expression, M malformed. */
  private static String kinds(String text) {
    StringBuilder kinds = new StringBuilder();
    for (Part part : Template.parse(text).parts()) {
      kinds.append(
          part instanceof Part.Literal
              ? 'L'
              : part instanceof Part.Escape ? 'E' : part instanceof Part.Expression ? 'X' : 'M');
    }
    return kinds.toString();
  }
}
