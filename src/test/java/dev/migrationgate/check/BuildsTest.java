package dev.migrationgate.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrationgate.build.BuildTool;
import dev.migrationgate.config.Config;
import dev.migrationgate.files.Selection;
import dev.migrationgate.files.UnitReader;
import dev.migrationgate.krm.InvalidInput;
import dev.migrationgate.pattern.source.FieldSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** check --build, with a script in the place of kustomize. */
class BuildsTest {
  private static final Path SOURCES = Path.of("testdata/check/built/package");
  private static final Path BUILT = Path.of("testdata/check/built/output.yaml").toAbsolutePath();

  @TempDir Path folder;
  private final List<String> told = new ArrayList<>();
  private Path bin;

  @BeforeEach
  void makeFolder() throws IOException {
    bin = Files.createDirectory(folder.resolve("bin"));
  }

  @Test
  void findingsOfTheBuildAreToldWhereTheyStandInTheFiles() throws IOException {
    Checker checker = check(script("kustomize", "cat " + BUILT));
    assertThat(checker.unreadable()).isEmpty();
    assertThat(told).containsExactly("runs kustomize build " + SOURCES.resolve("dev"));
    List<String> places =
        ReportBuilder.of(checker, Optional.empty()).findings().stream()
            .map(BuildsTest::place)
            .toList();
    assertThat(places)
        .contains(
            // What the prefix broke stands in the base, under the name that the base has.
            "gate-wrong-job base/deployment.yaml:17 Deployment parcels-dev/dev-parcels",
            "job-name-unversioned base/migration-job.yaml:4 Job parcels-dev/dev-parcels-migration",
            // The overlay takes the tag away from what the base has.
            "image-untagged base/migration-job.yaml:13 Job parcels-dev/dev-parcels-migration");
  }

  @Test
  void whatBothBuildsOfABaseShowIsCountedOnce() throws IOException {
    Report report = ReportBuilder.of(check(script("kustomize", "cat " + BUILT)), Optional.empty());
    assertThat(report.migrations()).hasSize(1);
    assertThat(report.migrations().get(0).file()).isEqualTo(SOURCES + "/base/migration-job.yaml");
    assertThat(report.summary().files()).isEqualTo(4);
  }

  @Test
  void nothingOfABuildIsFixable() throws IOException {
    Report report = ReportBuilder.of(check(script("kustomize", "cat " + BUILT)), Optional.empty());
    assertThat(report.findings()).isNotEmpty().noneMatch(ReportedFinding::fixable);
  }

  @Test
  void aFailureIsOneLineAndTheFilesAreJudged() throws IOException {
    Checker checker =
        check(
            script(
                "kustomize",
                "printf 'Error: accumulating resources:\\n  https://me:secret@git.example.com/x:"
                    + " not found\\n' >&2; exit 1"));
    assertThat(checker.unreadable())
        .containsExactly(
            "kustomize build "
                + SOURCES.resolve("dev")
                + ": accumulating resources: https://***@git.example.com/x: not found");
    assertThat(checker.judged()).hasSize(1);
  }

  @Test
  void aFailureSpeaksOfNoSecretOfTheFiles() throws IOException {
    Path files = Files.createDirectory(folder.resolve("package"));
    Files.writeString(
        files.resolve("kustomization.yaml"),
        "resources: [secret.yaml]\nsecretGenerator:\n- name: more\n  literals: [one, A=two-2]\n");
    Files.writeString(
        files.resolve("secret.yaml"),
        "apiVersion: v1\nkind: Secret\nmetadata: {name: shop}\nstringData: {x: three}\n");
    BuildTool tool = script("kustomize", "echo 'invalid literal one, two-2 or three' >&2; exit 1");
    assertThat(check(tool, files).unreadable())
        .containsExactly("kustomize build " + files + ": invalid literal ***, *** or ***");
  }

  @Test
  void aFailureWithoutAWordNamesItsExitCode() throws IOException {
    assertThat(check(script("kustomize", "exit 7")).unreadable())
        .containsExactly("kustomize build " + SOURCES.resolve("dev") + ": failed with exit code 7");
  }

  @Test
  void whatDoesNotEndIsEnded() throws IOException {
    BuildTool hanging = script("kustomize", "sleep 600 & wait");
    Checker checker = check(new BuildTool(hanging.command(), Duration.ofMillis(300)));
    assertThat(checker.unreadable().get(0)).contains("did not end within");
    assertThat(ProcessHandle.current().descendants())
        .allSatisfy(child -> assertThat(child.onExit()).succeedsWithin(Duration.ofSeconds(10)));
  }

  @Test
  void textIsNoManifest() throws IOException {
    assertThat(check(script("kustomize", "echo '{'")).unreadable().get(0))
        .startsWith("kustomize build " + SOURCES.resolve("dev") + " printed what is no YAML: ");
  }

  @Test
  void kubectlStandsInForKustomize() throws IOException {
    write("kubectl", "exit 0");
    BuildTool tool = BuildTool.find(folder + ":" + bin);
    assertThat(tool.command()).containsExactly(bin.resolve("kubectl").toString(), "kustomize");
    assertThat(script("kustomize", "exit 0").command())
        .containsExactly(bin.resolve("kustomize").toString(), "build");
  }

  @Test
  void withoutEitherOneLineSaysWhatToDo() {
    assertThatThrownBy(() -> BuildTool.find(bin.toString()))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "--build needs kustomize or kubectl, and the PATH has neither; install one, or check"
                + " without --build");
  }

  private Checker check(BuildTool tool) {
    return check(tool, SOURCES);
  }

  private Checker check(BuildTool tool, Path files) {
    Checker checker =
        new Checker(
            FieldSchema.NONE,
            Optional.empty(),
            Optional.of(new Builds(() -> tool, false, told::add)));
    checker.check(new UnitReader(Selection.ALL, read -> {}).read(List.of(files)), Config.DEFAULT);
    return checker;
  }

  private BuildTool script(String name, String body) throws IOException {
    write(name, body);
    return BuildTool.find(bin.toString());
  }

  private void write(String name, String body) throws IOException {
    Path file = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static String place(ReportedFinding finding) {
    ReportedFinding.Location location = finding.location().orElseThrow();
    return finding.rule()
        + " "
        + SOURCES.relativize(Path.of(location.path()))
        + ":"
        + location.position().map(ReportedFinding.Position::line).orElse(0)
        + finding.resource().map(resource -> " " + resource.text()).orElse("");
  }
}
