package dev.migrationgate.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.golden.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every input of {@code testdata}, spoilt at random: whatever stands in it, a run ends as it
 * promises. {@code -Dmigrationgate.mutants=N} tries that many of each input.
 */
class MutatedManifestsTest {
  private static final int MUTANTS = Integer.getInteger("migrationgate.mutants", 1);

  @TempDir static Path folder;
  private static Path wire;
  private static Path noOp;

  @BeforeAll
  static void writeConfigs() throws IOException {
    wire = Program.config(folder.resolve("wire.yaml"), "fix: [wire]");
    noOp =
        Program.config(
            folder.resolve("no-op.yaml"),
            "{variables: {from: []}, order: false, rules: {all: {severity: \"off\"}}}");
  }

  static Stream<Path> inputs() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("testdata"))) {
      List<Path> inputs = files.filter(file -> file.endsWith("input.yaml")).sorted().toList();
      return inputs.stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("inputs")
  void endsAsPromised(Path input) throws IOException {
    String text = Files.readString(input);
    for (int seed = 0; seed < MUTANTS; seed++) {
      String mutant = MutatedManifests.of(text, input.toString().hashCode() * 31L + seed);
      try {
        unchanged(mutant);
        mended(mutant);
        commands(mutant, seed);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("mutant " + seed + ":\n" + mutant, e);
      }
    }
  }

  private static void unchanged(String mutant) {
    Run run = run(mutant, noOp.toString());
    // A ResourceList in JSON is written anew, a default needs no variable, gates follow a Job that
    // kustomize renamed, and results are this program's own.
    boolean written =
        mutant.startsWith("{") || mutant.contains("$") || mutant.contains("previousNames");
    if (run.exitCode() < 2 && !written) {
      assertThat(run.manifests()).isEqualTo(new Run(0, bytes(mutant), "").manifests());
    }
  }

  private static void mended(String mutant) {
    Run once = run(mutant, wire.toString());
    if (once.output().length == 0) {
      return;
    }
    Program.read(once.text());
    Run twice = run(once.text(), wire.toString());
    assertThat(twice.exitCode()).as(twice.report()).isLessThan(2);
    // What a variable's odd value came to may read otherwise once it stands there itself.
    if (!mutant.contains("$")) {
      assertThat(twice.manifests()).isEqualTo(once.manifests());
    }
  }

  private static void commands(String mutant, int seed) {
    List<List<String>> commands =
        List.of(
            List.of("check", "-"),
            List.of("check", "--format", "sarif", "-"),
            List.of("graph", "-"),
            List.of("graph", "--format", "svg", "-"),
            List.of("render", "-"));
    run(mutant, commands.get(seed % commands.size()).toArray(new String[0]));
  }

  private static Run run(String input, String... args) {
    Run run = Run.of(bytes(input), args);
    assertThat(run.exitCode()).as(run.report()).isBetween(0, 2);
    assertThat(run.report()).doesNotContain("\tat ");
    if (run.exitCode() == 2) {
      assertThat(run.report().lines()).as(run.report()).hasSize(1);
      assertThat(run.output()).isEmpty();
    }
    return run;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
