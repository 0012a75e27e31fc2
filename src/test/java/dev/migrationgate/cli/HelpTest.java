package dev.migrationgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.golden.Run;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The help of each command can be seen at once on the smallest terminal, and shows how. */
class HelpTest {
  private static final int LINES = 24;
  private static final int COLUMNS = 80;

  static List<List<String>> commands() {
    List<List<String>> commands = new ArrayList<>(List.of(List.of()));
    program().getSubcommands().keySet().forEach(name -> commands.add(List.of(name)));
    return commands;
  }

  static CommandLine program() {
    return new CommandLineInterface(
            new ByteArrayInputStream(new byte[0]),
            new ByteArrayOutputStream(),
            new ByteArrayOutputStream())
        .commands();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void fitsAScreenAndShowsExamples(List<String> command) {
    List<String> args = new ArrayList<>(command);
    args.add("--help");
    Run run = Run.of(new byte[0], args.toArray(new String[0]));
    assertThat(run.exitCode()).isZero();
    assertThat(run.text()).contains("Example", "\n  migration-gate " + String.join("", command));
    assertThat(run.text().lines().toList())
        .hasSizeLessThanOrEqualTo(LINES)
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(COLUMNS));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void tellsTheVersion(List<String> command) {
    List<String> args = new ArrayList<>(command);
    args.add("--version");
    Run run = Run.of(new byte[0], args.toArray(new String[0]));
    assertThat(run.exitCode()).isZero();
    assertThat(run.text()).isEqualTo("migration-gate (not packaged)\n");
  }

  /** The list of commands is read at a glance. */
  @Test
  void eachCommandHasOneLineInTheListOfThem() {
    List<String> lines = Run.of(new byte[0], "--help").text().lines().toList();
    int start = lines.indexOf("Commands:") + 1;
    int end = start + program().getSubcommands().size();
    assertThat(lines.subList(start, end)).allMatch(line -> line.matches("  [a-z]+ +[A-Z].*\\."));
    assertThat(lines.get(end)).isEmpty();
  }
}
