package dev.migrationgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.golden.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that would write over the screen, or lines of their own into a log. */
class HostileNamesTest {
  private static final String MANIFESTS =
      """
      apiVersion: batch/v1
      kind: Job
      metadata:
        name: "shop-migration\\e[31m\\r\\n::error::all is lost"
      spec:
        template:
          spec:
            restartPolicy: Never
            containers:
              - {name: migrate, image: "shop\\e[2J:v1", command: [npm, run, "db:migrate"]}
      ---
      apiVersion: apps/v1
      kind: "Deployment"
      metadata:
        name: "shop\\e[31m\\r\\n::error::all is lost"
        "lab\\e[2Jels": {}
      spec:
        template:
          spec:
            containers:
              - {name: "shop\\a", image: "shop\\e[2J:v1", imagePullPolicies: "\\u009b2J"}
      """;

  @TempDir private Path folder;

  /** Their strings are for programs: escaped, and exact. */
  @ParameterizedTest
  @ValueSource(strings = {"json", "sarif"})
  void reportsForProgramsEscape(String format) throws IOException {
    Path file = Files.writeString(folder.resolve("a\u001b[31mb.yaml"), MANIFESTS);
    Run run = Run.of(new byte[0], "check", "--format", format, file.toString());
    assertThat(run.text()).contains("lost").doesNotContainPattern("[\\p{Cntrl}&&[^\\n]]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "render FILE",
        "check FILE",
        "check --format github FILE",
        "check --format junit FILE",
        "check --format gitlab FILE",
        "graph FILE",
        "graph --format mermaid FILE",
        "graph --format dot FILE",
        "graph --format svg FILE",
        "fix --wire --diff FILE"
      })
  void noControlCharacterComesOut(String command) throws IOException {
    Path file = Files.writeString(folder.resolve("a\u001b[31m\u202eb.yaml"), MANIFESTS);
    Run run = Run.of(new byte[0], command.replace("FILE", file.toString()).split(" "));
    assertThat(run.text() + run.report())
        .isNotEmpty()
        .doesNotContainPattern("[\\p{Cntrl}\\u0080-\\u009f\\u202e&&[^\\n]]")
        .doesNotContainPattern("(?m)^::error::all");
  }
}
