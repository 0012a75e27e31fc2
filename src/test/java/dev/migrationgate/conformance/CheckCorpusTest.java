package dev.migrationgate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.formats.Validation;
import dev.migrationgate.golden.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** check over real packages: it ends well, names what it cannot read, and its reports are valid. */
@Tag("corpus")
class CheckCorpusTest {
  @TempDir static Path folder;

  static Stream<Path> sets() throws IOException {
    return CorpusTest.sets();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sets")
  void endsWellInEveryForm(Path set) throws IOException {
    Path json = folder.resolve("report.json");
    Path sarif = folder.resolve("report.sarif");
    Path junit = folder.resolve("report.xml");
    Run run =
        Run.of(
            new byte[0],
            "check",
            "--format=json",
            "--output=" + json,
            "--format=sarif",
            "--output=" + sarif,
            "--format=junit",
            "--output=" + junit,
            "--format=text",
            set.toString());
    assertThat(run.exitCode()).as(run.report()).isIn(0, 1, 2);
    assertThat(run.report()).doesNotContain("a defect of", "\tat ");
    boolean unreadable =
        run.report().lines().anyMatch(line -> line.startsWith("migration-gate: " + set));
    assertThat(run.exitCode() == 2).as(run.report()).isEqualTo(unreadable);
    System.out.println(
        "check " + set.getFileName() + ": " + run.text().lines().reduce((a, b) -> b).orElse(""));
    Validation.json(Files.readString(json));
    Validation.sarif(Files.readString(sarif));
    Validation.junit(Files.readString(junit));
  }
}
