package dev.migrationgate.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code testdata/gates} is a way of waiting. It {@code holds…}, so that the gate is
 * proven, or is a gate that stands {@code open…}, or is {@code none…} at all.
 */
class GateCasesTest {
  private static final Path GATES = Path.of("testdata/gates");

  static Stream<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.walk(GATES, 2)) {
      List<Path> cases =
          folders.map(GATES::relativize).filter(path -> path.getNameCount() == 2).sorted().toList();
      return cases.stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void doesWhatItsNameSays(Path name) throws IOException {
    Run run =
        Run.function(
            Files.readAllBytes(GATES.resolve(name).resolve("input.yaml")), Optional.empty());
    String kind = name.getName(1).toString();
    assertThat(kind).matches("(holds|open|none)-.+");
    assertThat(run.report())
        .contains(kind.startsWith("holds") ? " 1 proven gate;" : " 0 proven gates;");
    if (kind.startsWith("holds")) {
      assertThat(run.report()).doesNotContain("error ");
    }
    if (kind.startsWith("open")) {
      assertThat(run.report())
          .containsPattern("error (gate-mode|gate-wrong-job|gate-image-broken) ");
    }
    if (kind.startsWith("none")) {
      assertThat(run.report()).containsPattern("error (gate-missing|gate-not-a-gate) ");
    }
  }
}
