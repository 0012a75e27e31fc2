package dev.migrationgate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Flux's own envsubst and we make the same of any text, or we refuse. It runs as the program that
 * the environment variable {@code ENVSUBST} names, see {@code .ci/peers/envsubst}.
 */
@Tag("envsubst")
class EnvsubstPeerTest {
  private static final int TEXTS = 20_000;

  private static final List<String> NAMES =
      List.of("V", "W", "IMAGE_TAG", "EMPTY", "UNDECLARED", "_x");

  private static final List<String> NO_NAMES = List.of("", "1", "a.b", "a-b", " V", "V ", "é");

  private static final List<String> WORDS =
      List.of(
          "", "a", "b", "1.2", "v1.2.0", "-", ".", "/", "\\", "*", "?", "abc", "${V}", "${W:-x}",
          "$$", "$", "{", "}", "\"", "'", " ", "\n", "é", "日", "\\/", "\\}", ":", "#", "%", "^",
          "x/y", "[a-c]", "[!a]", "\\*");

  private static final List<String> OPERATORS =
      List.of(
          "", ":-", ":=", "=", ":+", ":?", "-", "+", ":", ":1", ":-1", ": -1", ":1:2", ":0:1",
          ":2:-1", ":9", ":a", "/", "//", "/#", "/%", "#", "##", "%", "%%", "^", "^^", ",", ",,",
          "@", "!", "[0]");

  /**
   * Flux looks for the slash beyond the brace, and makes nothing of an operator that it does not
   * know.
   */
  private static final Set<String> STRICTER =
      Set.of(
          "no slash ends the text to replace before the closing brace",
          "no text to replace stands between slash and brace",
          "no operator of Flux is longer than ,, or ^^ or mixes the two");

  private record Question(String text, Map<String, String> variables) {}

  @TempDir private Path folder;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void sameOrRefused(long seed) throws IOException, InterruptedException {
    List<Question> questions = questions(new Random(seed));
    List<JsonNode> answers = ask(questions);
    int same = 0;
    for (int i = 0; i < TEXTS; i++) {
      Question question = questions.get(i);
      Expansion ours =
          Expansion.of(question.text, name -> Optional.ofNullable(question.variables.get(name)));
      String error = answers.get(i).get("error").asString();
      if (ours.differsOnPurpose()) {
        assertThat(ours.text()).as("%s", question).contains("Flux");
      } else if (ours.error().equals("PARSE") && !isNotParsed(error)) {
        assertThat(STRICTER).as("%s", question).contains(ours.text());
      } else if (ours.error().isEmpty()) {
        assertThat(error).as("%s", question).isEmpty();
        assertThat(ours.text()).as("%s", question).isEqualTo(answers.get(i).get("text").asString());
        same++;
      } else if (ours.error().equals("UNSET")) {
        assertThat(error)
            .as("%s", question)
            .startsWith("variable not set")
            .endsWith('"' + ours.text() + '"');
      }
    }
    assertThat(same).as("texts that are not refused").isGreaterThan(TEXTS / 4);
  }

  private static boolean isNotParsed(String error) {
    return !error.isEmpty() && !error.startsWith("variable not set");
  }

  private List<JsonNode> ask(List<Question> questions) throws IOException, InterruptedException {
    String program = System.getenv("ENVSUBST");
    assertThat(program).as("the environment variable ENVSUBST").isNotNull();
    JsonMapper json = JsonMapper.shared();
    Path asked = folder.resolve("asked");
    Path told = folder.resolve("told");
    Files.write(asked, questions.stream().map(json::writeValueAsString).toList());
    Process process =
        new ProcessBuilder(program)
            .redirectInput(asked.toFile())
            .redirectOutput(told.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.waitFor()).isZero();
    return Files.readAllLines(told).stream().map(json::readTree).toList();
  }

  private static List<Question> questions(Random random) {
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < TEXTS; i++) {
      Map<String, String> variables = new TreeMap<>();
      for (String name : NAMES) {
        variables.put(name, words(random, 4));
      }
      variables.put("EMPTY", "");
      variables.remove("UNDECLARED");
      questions.add(new Question(text(random), variables));
    }
    return questions;
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(3); i >= 0; i--) {
      switch (random.nextInt(5)) {
        case 0 -> text.append(one(random, WORDS));
        case 1 -> text.append('$').append(expression(random, 0));
        default -> text.append(expression(random, 0));
      }
    }
    return text.toString();
  }

  private static String expression(Random random, int depth) {
    if (random.nextInt(12) == 0) {
      return "${#" + one(random, NAMES) + "}";
    }
    String name = one(random, random.nextInt(20) == 0 ? NO_NAMES : NAMES);
    String operator = one(random, OPERATORS);
    StringBuilder text = new StringBuilder("${").append(name).append(operator);
    text.append(words(random, 3));
    if (operator.startsWith("/") && random.nextInt(10) > 0) {
      text.append('/').append(words(random, 3));
    }
    if (depth < 3 && random.nextInt(7) == 0) {
      text.append(expression(random, depth + 1));
    }
    return random.nextInt(30) == 0 ? text.toString() : text.append('}').toString();
  }

  private static String words(Random random, int fewerThan) {
    StringBuilder words = new StringBuilder();
    for (int i = random.nextInt(fewerThan); i > 0; i--) {
      words.append(one(random, WORDS));
    }
    return words.toString();
  }

  private static String one(Random random, List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
