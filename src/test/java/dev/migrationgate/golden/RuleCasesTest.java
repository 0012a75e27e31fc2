package dev.migrationgate.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.rules.Rule;
import dev.migrationgate.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rule has a folder in {@code testdata/rules} with cases in which it fires ({@code fires…})
 * and cases that come close and in which it does not ({@code near-miss…}).
 */
class RuleCasesTest {
  private static final Path RULES = Path.of("testdata/rules");

  static List<String> rules() {
    return Rules.ALL.stream().map(Rule::id).toList();
  }

  static Stream<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.walk(RULES, 2)) {
      List<Path> cases =
          folders.map(RULES::relativize).filter(path -> path.getNameCount() == 2).sorted().toList();
      return cases.stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void firesAndNearlyDoes(String rule) {
    assertThat(names(rule)).anyMatch(name -> name.startsWith("fires"));
    assertThat(names(rule)).anyMatch(name -> name.startsWith("near-miss"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void doesWhatItsNameSays(Path name) throws IOException {
    String rule = name.getName(0).toString();
    String kind = name.getName(1).toString();
    assertThat(rules()).contains(rule);
    assertThat(kind).matches("(fires|near-miss).*");

    Path folder = RULES.resolve(name);
    String report = report(folder);
    boolean fired =
        report
            .lines()
            .anyMatch(line -> line.matches(" *(error|warning|info) " + rule + "([ :].*)?"));
    assertThat(fired).as(report).isEqualTo(kind.startsWith("fires"));
  }

  /** A case is an input of the function, or a package for check. */
  private static String report(Path folder) throws IOException {
    Path files = folder.resolve(CheckCasesTest.PACKAGE);
    if (Files.exists(files)) {
      return Run.of(new byte[0], "check", files.toString()).text();
    }
    Path config = folder.resolve("config.yaml");
    return Run.function(
            Files.readAllBytes(folder.resolve("input.yaml")),
            Files.exists(config) ? Optional.of(config) : Optional.empty())
        .report();
  }

  private static List<String> names(String rule) {
    String[] names = RULES.resolve(rule).toFile().list();
    return names == null ? List.of() : List.of(names);
  }
}
