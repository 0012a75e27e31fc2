package dev.migrationgate.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code testdata/mistakes} breaks one thing in {@code testdata/good}, and is told
 * of that one thing: the severity and rule in its {@code expect.txt}.
 */
class MistakesTest {
  private static final Path GOOD = Path.of("testdata/good");
  private static final Path MISTAKES = Path.of("testdata/mistakes");

  static Stream<String> mistakes() throws IOException {
    try (Stream<Path> folders = Files.list(MISTAKES)) {
      List<String> names = folders.map(folder -> folder.getFileName().toString()).sorted().toList();
      return names.stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void addsOneFinding(String name) throws IOException {
    Path folder = MISTAKES.resolve(name);
    String expected = Files.readString(folder.resolve("expect.txt")).strip();
    List<String> before = findings(GOOD);
    List<String> after = findings(folder);

    assertThat(after).contains(expected);
    assertThat(before).doesNotContain(expected);
    List<String> wanted = new ArrayList<>(withoutInfo(before));
    wanted.addAll(withoutInfo(List.of(expected)));
    assertThat(withoutInfo(after)).containsExactlyInAnyOrderElementsOf(wanted);
  }

  @Test
  void nothingIsWrongWithoutAMistake() throws IOException {
    Run run = run(GOOD);
    assertThat(run.exitCode()).isZero();
    assertThat(withoutInfo(findings(GOOD))).isEmpty();
    assertThat(run.report())
        .endsWith("1 migration, 1 workload, 1 proven gate; 0 errors, 0 warnings\n");
    assertThat(run.text()).doesNotContain("${");
  }

  /** Severity and rule of each finding, in the order of the report. */
  private static List<String> findings(Path folder) throws IOException {
    List<String> findings = new ArrayList<>();
    List<String> lines = run(folder).report().lines().toList();
    for (String line : lines.subList(0, lines.size() - 1)) {
      String[] words = line.split(" ", 3);
      findings.add(words[0] + " " + words[1]);
    }
    return findings;
  }

  private static List<String> withoutInfo(List<String> findings) {
    return findings.stream().filter(finding -> !finding.startsWith("info ")).toList();
  }

  private static Run run(Path folder) throws IOException {
    return Run.function(Files.readString(folder.resolve("input.yaml")));
  }
}
