package dev.migrationgate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.golden.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Real manifests from many repositories: none may crash the program, or be changed without reason.
 */
@Tag("corpus")
class CorpusTest {
  private static final Path SETS = SharedVectors.folder().resolve("corpus/sets");

  /** No variables, no order, no rules: nothing is left that could change a byte. */
  private static final String NO_OP =
      """
      apiVersion: fn.migrationgate.dev/v1alpha1
      kind: MigrationGate
      spec:
        variables: {from: []}
        order: false
        rules: {all: {severity: "off"}}
      """;

  @TempDir static Path folder;

  static Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(SETS)) {
      return files.filter(CorpusTest::isManifest).sorted().toList().stream();
    }
  }

  static Stream<Path> sets() throws IOException {
    try (Stream<Path> sets = Files.list(SETS)) {
      return sets.sorted().toList().stream();
    }
  }

  static boolean isManifest(Path file) {
    String name = file.toString();
    return name.endsWith(".yaml")
        || name.endsWith(".yml")
        || name.endsWith(".json")
        || name.endsWith(".tpl");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void neverCrashesAndANoOpChangesNothing(Path file) throws IOException {
    byte[] input = Files.readAllBytes(file);
    Run judged = Run.function(input, Optional.empty());
    assertThat(judged.exitCode()).as(judged.report()).isIn(0, 1, 2);
    Path config = folder.resolve("config.yaml");
    Files.writeString(config, NO_OP);
    Run run = Run.function(input, Optional.of(config));
    if (run.exitCode() == 2) {
      assertThat(run.report()).hasLineCount(1).startsWith("migration-gate: stdin:");
      assertThat(run.output()).isEmpty();
    } else {
      assertThat(run.output()).isEqualTo(input);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sets")
  void rendersEveryFolder(Path set) {
    Run run = Run.of(new byte[0], "render", set.toString());
    assertThat(run.exitCode()).as(run.report()).isIn(0, 1, 2);
  }

  @Test
  void readsNearlyEverything() throws IOException {
    List<Path> unreadable = new ArrayList<>();
    List<Path> all = files().toList();
    for (Path file : all) {
      Run run = Run.function(Files.readAllBytes(file), Optional.empty());
      if (run.exitCode() == 2) {
        unreadable.add(file);
        System.out.println("not readable: " + SETS.relativize(file) + ": " + run.report().trim());
      }
    }
    System.out.println(all.size() + " files, " + unreadable.size() + " not readable");
    assertThat(unreadable.size()).isLessThan(all.size() / 20);
  }
}
