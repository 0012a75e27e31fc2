package dev.migrationgate.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.golden.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One run, every form: each is valid, all tell the same, none tells a secret. */
class FormatsTest {
  private static final String OVERLAYS = "testdata/check/overlays/package";
  private static final String UNREADABLE = "testdata/check/unreadable/package";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {OVERLAYS, UNREADABLE, "examples/shop"})
  void isValid(String path) {
    Validation.json(check(path, "json"));
    Validation.sarif(check(path, "sarif"));
    Validation.junit(check(path, "junit"));
    assertThat(JsonMapper.shared().readTree(check(path, "gitlab")).isArray()).isTrue();
  }

  @Test
  void oneRunWritesSeveral() {
    Path json = folder.resolve("a.json");
    Path sarif = folder.resolve("a.sarif");
    Run run =
        Run.of(
            new byte[0],
            "check",
            "--format",
            "json",
            "--output",
            json.toString(),
            "--format",
            "sarif",
            "--output",
            sarif.toString(),
            OVERLAYS);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.text()).isEmpty();
    assertThat(run.report()).contains("0 proven gates; 1 error");
    Validation.json(Validation.read(json));
    Validation.sarif(Validation.read(sarif));
  }

  @Test
  void allTellTheSameFindings() {
    JsonNode json = JsonMapper.shared().readTree(check(OVERLAYS, "json"));
    JsonNode sarif = JsonMapper.shared().readTree(check(OVERLAYS, "sarif"));
    JsonNode gitlab = JsonMapper.shared().readTree(check(OVERLAYS, "gitlab"));
    JsonNode results = sarif.at("/runs/0/results");
    assertThat(json.path("findings").size()).isEqualTo(results.size()).isEqualTo(gitlab.size());
    for (int i = 0; i < results.size(); i++) {
      JsonNode finding = json.path("findings").get(i);
      assertThat(results.get(i).path("ruleId")).isEqualTo(finding.path("rule"));
      assertThat(gitlab.get(i).at("/location/lines/begin")).isEqualTo(finding.at("/file/line"));
    }
    assertThat(check(OVERLAYS, "junit")).contains("failures=\"1\"").contains("<skipped");
  }

  @Test
  void workflowCommandsAreEscaped() throws IOException {
    Path file = folder.resolve("a,b:c%.yaml");
    Files.copy(Path.of(OVERLAYS, "base/job.yaml"), file);
    String path = file.toString().replace("%", "%25").replace(":", "%3A").replace(",", "%2C");
    assertThat(check(file.toString(), "github"))
        .contains(
            "::warning file=" + path + ",line=5,col=9,endColumn=40,title=undefined-variable::")
        .contains("::notice file=")
        .endsWith(" 1 info\n");
    Validation.sarif(check(file.toString(), "sarif"));
  }

  @Test
  void secretsAreMaskedEverywhere() throws IOException {
    Files.writeString(
        folder.resolve("all.yaml"),
        Files.readString(Path.of(OVERLAYS, "base/job.yaml"))
            + "          env:\n            - {name: DB_PASSWORD, value: correct-horse}\n"
            + "            - name: DATABASE_URL\n"
            + "              value: postgres://shop:battery-staple@db/shop\n");
    for (Format format : Format.values()) {
      assertThat(check(folder.toString(), format.id()))
          .contains("secret-in-plain-text")
          .doesNotContain("correct-horse", "battery-staple");
    }
  }

  @Test
  void twoReportsForStdoutAreRefused() {
    Run run = Run.of(new byte[0], "check", "--format", "json", "--format", "text", OVERLAYS);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.report()).contains("two reports for stdout");
  }

  @Test
  void whatIsKnownFailsNothing() throws IOException {
    Path known = folder.resolve("known.json");
    Path manifest = folder.resolve("k8s/job.yaml");
    Files.createDirectories(manifest.getParent());
    String job = Files.readString(Path.of(OVERLAYS, "base/job.yaml"));
    Files.writeString(manifest, job);
    String k8s = manifest.getParent().toString();
    Run written =
        Run.of(new byte[0], "check", "--baseline", known.toString(), "--write-baseline", k8s);
    assertThat(written.exitCode()).isZero();

    Files.writeString(manifest, "# a line more\n\n" + job);
    String[] again = {"check", "--fail-on", "info", "--baseline", known.toString(), k8s};
    Run moved = Run.of(new byte[0], again);
    assertThat(moved.exitCode()).as(moved.text()).isZero();
    assertThat(moved.text()).contains("known to the baseline");

    Files.writeString(manifest, job.replace("backoffLimit: 0", "backoffLimit: 3"));
    Run worse = Run.of(new byte[0], again);
    assertThat(worse.exitCode()).isEqualTo(1);
    assertThat(worse.text()).contains("job-backoff-limit").doesNotContain("undefined-variable");
  }

  private static String check(String path, String format) {
    Run run = Run.of(new byte[0], "check", "--format", format, path);
    assertThat(run.exitCode()).as(run.report()).isIn(0, 1, 2);
    return run.text();
  }
}
