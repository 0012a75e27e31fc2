package dev.migrationgate.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.golden.Run;
import dev.migrationgate.golden.UnmendedPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a viewer makes of a file with a fix of the report is what fix writes. */
class SarifFixesTest {
  private static final String RULE = "job-force-annotation";
  private static final String ANNOTATION = UnmendedPackage.ANNOTATION;

  @TempDir private Path folder;
  private Path job;
  private String unmended;

  @BeforeEach
  void write() throws IOException {
    UnmendedPackage written = UnmendedPackage.in(folder);
    job = written.job();
    unmended = written.text();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void isWhatFixWrites(String lineBreak) throws IOException {
    Files.writeString(job, unmended.replace("\n", lineBreak));
    List<JsonNode> fixes = fixes(RULE);
    assertThat(fixes).hasSize(1);
    assertThat(fixes.get(0).at("/description/text").asString()).isNotEmpty();
    String applied = applied(fixes.get(0), job);
    assertThat(applied).contains(ANNOTATION.replace("\n", lineBreak));
    mend(RULE);
    assertThat(Files.readString(job)).isEqualTo(applied);
  }

  @Test
  void columnsAreCharacters() throws IOException {
    Path values = folder.resolve("resource-0.yaml");
    Files.writeString(
        values,
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: deployment-variables, namespace: bookings,"
            + " labels: {a: \"\uD83D\uDE80\"}},"
            + " data: {IMAGE_TAG: 1.10}}\n");
    List<JsonNode> fixes = fixes("unquoted-variable");
    assertThat(fixes).hasSize(1);
    String applied = applied(fixes.get(0), values);
    assertThat(applied).contains("IMAGE_TAG: \"1.10\"");
    mend("unquoted-variable");
    assertThat(Files.readString(values)).isEqualTo(applied);
  }

  @Test
  void eachFixStandsAlone() throws IOException {
    Path values = folder.resolve("resource-0.yaml");
    String two =
        "apiVersion: v1\nkind: ConfigMap\n"
            + "metadata: {name: deployment-variables, namespace: bookings}\n"
            + "data:\n  IMAGE_TAG: v1\n  A: 1\n  B: 2\n";
    Files.writeString(values, two);
    List<JsonNode> fixes = fixes("unquoted-variable");
    assertThat(fixes).hasSize(2);
    assertThat(applied(fixes.get(0), values)).isEqualTo(two.replace("A: 1", "A: \"1\""));
    assertThat(applied(fixes.get(1), values)).isEqualTo(two.replace("B: 2", "B: \"2\""));
  }

  @Test
  void noneWhereFixWouldNotMend() throws IOException {
    Files.writeString(job, unmended.replace("backoffLimit: 0", "backoffLimit: 3"));
    assertThat(fixes(RULE)).hasSize(1);
    assertThat(fixes("job-backoff-limit")).isEmpty();
    Files.writeString(folder.resolve("broken.yaml"), "a: [\n");
    assertThat(fixes(RULE)).isEmpty();
  }

  @Test
  void noneThatTellsASecret() throws IOException {
    Files.writeString(
        folder.resolve("resource-0.yaml"),
        "apiVersion: v1\nkind: ConfigMap\n"
            + "metadata: {name: deployment-variables, namespace: bookings}\n"
            + "data:\n  IMAGE_TAG: v1\n  A: 48151623\n"
            + "---\napiVersion: v1\nkind: Secret\nmetadata: {name: s}\n"
            + "stringData: {PIN: \"48151623\"}\n");
    assertThat(report()).contains("\"ruleId\" : \"unquoted-variable\"").doesNotContain("48151623");
    assertThat(fixes("unquoted-variable")).isEmpty();
  }

  private String report() {
    Run run = Run.of(new byte[0], "check", "--format", "sarif", folder.toString());
    Validation.sarif(run.text());
    return run.text();
  }

  private List<JsonNode> fixes(String rule) {
    List<JsonNode> fixes = new ArrayList<>();
    for (JsonNode result : JsonMapper.shared().readTree(report()).at("/runs/0/results")) {
      if (result.path("ruleId").asString().equals(rule)) {
        result.path("fixes").forEach(fixes::add);
      }
    }
    return fixes;
  }

  private void mend(String rule) {
    Run.of(new byte[0], "fix", "--rule", rule, folder.toString());
  }

  /** The file as a viewer leaves it that knows nothing but the format. */
  private static String applied(JsonNode fix, Path file) throws IOException {
    assertThat(fix.path("artifactChanges").size()).isEqualTo(1);
    JsonNode change = fix.path("artifactChanges").get(0);
    assertThat(change.at("/artifactLocation/uri").asString())
        .isEqualTo(SarifFormat.uri(file.toString()));
    String text = Files.readString(file);
    StringBuilder applied = new StringBuilder();
    int at = 0;
    for (JsonNode replacement : change.path("replacements")) {
      JsonNode region = replacement.path("deletedRegion");
      applied.append(text, at, offset(text, region, "start"));
      applied.append(replacement.at("/insertedContent/text").asString());
      at = offset(text, region, "end");
    }
    return applied.append(text.substring(at)).toString();
  }

  private static int offset(String text, JsonNode region, String end) {
    int start = 0;
    for (int line = 1; line < region.path(end + "Line").asInt(); line++) {
      start = text.indexOf('\n', start) + 1;
    }
    return text.offsetByCodePoints(start, region.path(end + "Column").asInt() - 1);
  }
}
