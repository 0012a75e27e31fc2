package dev.migrationgate.substitute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationTest {
  private static final Map<String, String> VARIABLES =
      Map.of(
          "TAG", "v4.5.6-RC.7",
          "PATH", "a/bb/a/cc",
          "WORD", "größe",
          "ROCKET", "\ud83d\ude80go",
          "EMPTY", "",
          "TWO", "2",
          "DOTS", "*.?",
          "NESTED", "${TAG} $$");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "${TAG}                 | v4.5.6-RC.7",
        "${EMPTY}               | ``",
        "${NESTED}              | ${TAG} $$",
        "${#TAG}                | 11",
        "${#WORD}               | 7",
        "${#ROCKET}             | 6",
        "${#EMPTY}              | 0",
        // defaults
        "${NONE:-x}             | x",
        "${NONE:=x}             | x",
        "${NONE=x}              | x",
        "${EMPTY=x}             | x",
        "${TAG:-x}              | v4.5.6-RC.7",
        "${NONE:-}              | ``",
        "${NONE:-a${TWO}b${TWO}c} | a2b2c",
        "${NONE:-${EMPTY:-${TWO}}} | 2",
        "${NONE:-a$$b\\/c}      | a$$b\\/c",
        "${TAG:?no tag}         | v4.5.6-RC.7",
        // slices
        "${TAG:1}               | 4.5.6-RC.7",
        "${TAG:1:3}             | 4.5",
        "${TAG:${TWO}:${TWO}}   | .5",
        "${TAG: -4}             | FAILED",
        "${TAG:0-4}             | FAILED",
        "${TAG:-4}              | v4.5.6-RC.7",
        "${TAG:${NEGATIVE:--4}} | RC.7",
        "${TAG:${NEGATIVE:--40}:2} | v4",
        "${TAG:99}              | ``",
        "${TAG:99:1}            | ``",
        "${TAG:2:0}             | ``",
        "${TAG:2:99999999999}   | .5.6-RC.7",
        "${TAG:99999999999999999999} | FAILED",
        "${TAG:1٢}              | FAILED",
        "${TAG:x}               | FAILED",
        "${TAG:1:x}             | FAILED",
        "${TAG:1:-1}            | FAILED",
        "${TAG:1::2}            | 4.",
        "${WORD:0:2}            | gr",
        "${WORD:4}              | ße",
        "${WORD:3}              | FAILED",
        "${WORD:0:3}            | FAILED",
        "${WORD:3:0}            | ``",
        "${ROCKET:4}            | go",
        "${ROCKET:1}            | FAILED",
        // replacements
        "${PATH/a/x}            | x/bb/a/cc",
        "${PATH//a/x}           | x/bb/x/cc",
        "${PATH//a/}            | /bb//cc",
        "${PATH//\\//-}         | a-bb-a-cc",
        "${PATH/#a/x}           | x/bb/a/cc",
        "${PATH/#b/x}           | a/bb/a/cc",
        "${PATH/%cc/x}          | a/bb/a/x",
        "${PATH/%bb/x}          | a/bb/a/cc",
        "${PATH//b///x}         | a/xx/a/cc",
        "${PATH//${NONE:-b}/${TWO}} | a/22/a/cc",
        "${TAG//[0-9]/x}        | v4.5.6-RC.7",
        "${TAG/./$$}            | v4$5.6-RC.7",
        "${TWO//${EMPTY}/-}     | -2-",
        "${ROCKET//${EMPTY}/-}  | -\ud83d\ude80-g-o-",
        "${EMPTY//${EMPTY}/-}   | -",
        "${TWO/${EMPTY}/-}      | -2",
        "${TWO/%${EMPTY}/-}     | 2-",
        "${PATH/#a/${EMPTY}}    | /bb/a/cc",
        "${PATH/#a/}            | FAILED",
        "${PATH/%cc/}           | FAILED",
        // trims
        "${PATH#*/}             | bb/a/cc",
        "${PATH##*/}            | cc",
        "${PATH%/*}             | a/bb/a",
        "${PATH%%/*}            | a",
        "${PATH#a}              | /bb/a/cc",
        "${PATH#b}              | a/bb/a/cc",
        "${PATH##*}             | ``",
        "${PATH#*}              | /bb/a/cc",
        "${PATH#?/??}           | /a/cc",
        "${PATH%?}              | a/bb/a/c",
        "${PATH##*b*a}          | /cc",
        "${TAG#[u-w]}           | 4.5.6-RC.7",
        "${TAG#[^a-u]}          | 4.5.6-RC.7",
        "${TAG#[!v]}            | 4.5.6-RC.7",
        "${TAG#[!a]}            | v4.5.6-RC.7",
        "${TAG##v[0-9]*[0-9]}   | ``",
        "${TAG#\\v}             | 4.5.6-RC.7",
        "${DOTS#\\*}            | .?",
        "${DOTS#[\\*]}          | .?",
        "${TAG#${NONE:-v}}      | 4.5.6-RC.7",
        "${TAG%%-*}             | v4.5.6",
        "${TAG#[}               | FAILED",
        "${TAG#[]}              | FAILED",
        "${TAG#[a-]}            | FAILED",
        "${TAG#\\}              | FAILED",
        "${TAG%[0-9]}           | FAILED",
        "${TAG%\\7}             | FAILED",
        "${WORD#*ö}             | ße",
        "${WORD%ß*}             | grö",
        "${WORD#gr?}            | FAILED",
        "${WORD#*}              | FAILED",
        // cases
        "${TAG^^}               | V4.5.6-RC.7",
        "${TAG^}                | V4.5.6-RC.7",
        "${TAG,,}               | v4.5.6-rc.7",
        "${TAG,}                | v4.5.6-RC.7",
        "${WORD^^}              | GRÖßE",
        "${ROCKET^}             | \ud83d\ude80go",
        "${ROCKET^^}            | \ud83d\ude80GO",
        "${EMPTY^}              | ``",
        // what Flux reads otherwise than it is written
        "${TAG:+x}              | FAILED",
        "${NONE:+x}             | FAILED",
        "${NONE:?x}             | FAILED",
        "${EMPTY:?x}            | FAILED",
      })
  void values(String text, String expected) {
    Outcome outcome = evaluate(text);
    if (expected.equals("FAILED")) {
      assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    } else {
      assertThat(outcome).isEqualTo(new Outcome.Value(expected));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "${NONE}                | NONE",
        "${none}                | none",
        "${#NONE}               | NONE",
        "${NONE^^}              | NONE",
        "${NONE:1}              | NONE",
        "${NONE:x}              | NONE",
        "${NONE/a/b}            | NONE",
        "${NONE%x}              | NONE",
        "${NONE:${MORE}}        | MORE",
        "${NONE:-${MORE}}       | MORE",
        "${TAG:-${NONE}}        | NONE",
        "${TAG:-${X:-${NONE}}}  | NONE",
        "${NONE:+${MORE}}       | MORE",
      })
  void undefined(String text, String name) {
    assertThat(evaluate(text)).isEqualTo(new Outcome.Undefined(name));
  }

  @Test
  void lenientIsALookupThatKnowsEverything() {
    Lookup lenient = name -> Optional.of(VARIABLES.getOrDefault(name, ""));
    assertThat(evaluate("${NONE}", lenient)).isEqualTo(new Outcome.Value(""));
    assertThat(evaluate("${NONE:-x}", lenient)).isEqualTo(new Outcome.Value("x"));
    assertThat(evaluate("${TAG:-${NONE}}", lenient)).isEqualTo(new Outcome.Value("v4.5.6-RC.7"));
  }

  @Test
  void globsTakeNoLongerThanTextTimesPattern() {
    String pattern = "*a".repeat(50) + "b";
    Lookup variables = name -> Optional.of("a".repeat(20_000));
    assertThat(evaluate("${V##" + pattern + "}", variables))
        .isEqualTo(new Outcome.Value("a".repeat(20_000)));
  }

  @Test
  void nestedReplacementsDoNotFillTheMemory() {
    String text = "${V}";
    for (int i = 0; i < 40; i++) {
      text = "${V//a/" + text + "}";
    }
    assertThat(evaluate(text, name -> Optional.of("aaaaaaaaaa")))
        .isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void reasonsSayWhatFluxWouldDo() {
    assertThat(reason("${TAG:+x}")).contains("Flux reads :+ like :-");
    assertThat(reason("${TAG:1:-1}")).contains("negative length -1");
    assertThat(reason("${TAG: -4}")).contains("\" -4\" is no number").contains("whole value");
    assertThat(reason("${WORD:3}")).contains("cut a character in half");
    assertThat(reason("${PATH/#a/}")).contains("${V#prefix}");
  }

  private static String reason(String text) {
    return ((Outcome.Failed) evaluate(text)).reason();
  }

  private static Outcome evaluate(String text) {
    return evaluate(text, name -> Optional.ofNullable(VARIABLES.get(name)));
  }

  private static Outcome evaluate(String text, Lookup variables) {
    return Evaluation.of((Part.Expression) Template.parse(text).parts().get(0), variables);
  }
}
