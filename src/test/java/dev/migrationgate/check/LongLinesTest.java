package dev.migrationgate.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.golden.Run;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file of one long line, as programs write JSON: of it is shown what stands around a finding. */
class LongLinesTest {
  private static final String SECRET =
      IntStream.range(0, 60).mapToObj(i -> "canary" + i).collect(Collectors.joining());

  @Test
  void aFindingShowsItsSurroundings() {
    String input = jobs("\uD83D\uDE80 a", 40);
    List<JsonNode> places = places(input);
    assertThat(places).hasSizeGreaterThanOrEqualTo(40);
    for (JsonNode place : places) {
      String snippet = place.at("/snippet/text").asString();
      assertThat(snippet).hasSizeLessThanOrEqualTo(900);
      assertThat(input).contains(snippet);
      int column = input.offsetByCodePoints(0, place.get("startColumn").asInt() - 1);
      assertThat(snippet).contains(input.substring(column, column + 4));
    }
  }

  /** What is cut out may hold a part of a secret, by which nobody would know it. */
  @Test
  void aSecretThatIsCutIsMasked() {
    String secret =
        "{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"metadata\":{\"name\":\"a\"},"
            + "\"stringData\":{\"a\":\""
            + SECRET
            + "\"}}\n---\n";
    Run run = check(secret + jobs(SECRET, 8), "sarif");
    assertThat(run.text()).contains("\"ruleId\" : \"image-untagged\"").doesNotContain("canary");
    assertThat(check(secret + jobs(SECRET, 8), "text").text())
        .contains("warning image-untagged at 3:")
        .doesNotContain("canary");
  }

  /** Migrations with an image that has no tag, and with something in front of it. */
  private static String jobs(String before, int number) {
    String items =
        IntStream.range(0, number)
            .mapToObj(i ->
                "{\"apiVersion\":\"batch/v1\",\"kind\":\"Job\",\"metadata\":{\"name\":\"migrate-"
                    + i
                    + "\"},\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"a\",\"command\":[\"flyway\",\"migrate\"],"
                    + "\"env\":[{\"name\":\"A\",\"value\":\""
                    + before
                    + "\"}],\"image\":\"r/image\"}]}}}}")
            .collect(Collectors.joining(","));
    return "{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":[" + items + "]}\n";
  }

  private static List<JsonNode> places(String input) {
    JsonNode report = JsonMapper.shared().readTree(check(input, "sarif").text());
    return report.findValues("region");
  }

  private static Run check(String input, String format) {
    return Run.of(input.getBytes(StandardCharsets.UTF_8), "check", "--format", format, "-");
  }
}
