package dev.migrationgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.rules.Rule;
import dev.migrationgate.rules.Rules;
import dev.migrationgate.terminal.Columns;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every command says can be read in 60 columns, and where there is nothing but ASCII. */
class NarrowScreenTest {
  private static final int COLUMNS = 60;
  private static final String BROKEN = "testdata/mistakes/wait-typo/input.yaml";

  @TempDir private static Path folder;

  /** What a command said, on stdout and on stderr. */
  private record Said(String out, String err) {
    String all() {
      return out + err;
    }
  }

  static Stream<List<String>> commands() throws IOException {
    List<List<String>> all = new ArrayList<>();
    all.add(List.of("--help"));
    HelpTest.program().getSubcommands().keySet().forEach(name -> all.add(List.of(name, "--help")));
    for (Rule rule : Rules.ALL) {
      all.add(List.of("explain", rule.id()));
    }
    all.add(List.of("rules"));
    all.add(List.of("check", "--fail-on", "info", BROKEN));
    all.add(List.of("check", "testdata/check/patched-gate/package", "testdata/check/unreadable"));
    all.add(List.of("render", BROKEN));
    all.add(List.of("graph", BROKEN, "testdata/commands/graph"));
    all.add(List.of("fix", "--wire", "--diff", "testdata/check/overlays/package"));
    all.add(List.of("set", "IMAGE_TAG=A_B", copy().toString()));
    all.add(List.of("init", "bookings", folder.resolve("new").toString()));
    // What cannot be done.
    all.add(List.of("chekc"));
    all.add(List.of("check", "--fail-on", "sometimes", "k8s"));
    all.add(List.of("check", folder.resolve("nothing here, and nothing there").toString()));
    all.add(List.of("explain", "gate-mising"));
    all.add(List.of("fix", "--rule", "gate-mising"));
    all.add(List.of("set", "IMAGE_TAG=a/b", "testdata/check/overlays/package"));
    all.add(List.of("set", "x"));
    all.add(List.of("init", "bookings", "--tool", "alembik"));
    return all.stream();
  }

  private static Path copy() throws IOException {
    Path file = folder.resolve("variables.yaml");
    String text = Files.readString(Path.of("examples/shop/deployment-variables.yaml"));
    Files.writeString(file, text);
    return file;
  }

  @ParameterizedTest
  @MethodSource("commands")
  void fits(List<String> command) throws IOException {
    Said said = run(true, command);
    assertThat(said.all()).isNotBlank().doesNotContain("\u001b");
    boolean diff = command.contains("--diff");
    List<String> wide =
        (diff ? said.err() : said.all())
            .lines()
            .filter(line -> Columns.of(line) > COLUMNS && !isOneWord(line))
            // Code, to be copied.
            .filter(line -> !command.get(0).equals("explain") || !line.startsWith("      "))
            .toList();
    assertThat(wide).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void needsNothingButAscii(List<String> command) throws IOException {
    String said = run(false, command).all();
    assertThat(said).isNotBlank().matches("[\\n\\x20-\\x7e]*");
    assertThat(count(said, '?')).isLessThanOrEqualTo(count(run(true, command).all(), '?'));
  }

  @ParameterizedTest
  @ValueSource(strings = {"übersicht", "数据库"})
  void namesFilesThatAsciiHasNoLettersFor(String name) throws IOException {
    Path file = folder.resolve(name + ".yaml");
    Files.writeString(file, "a: [");
    for (String command : List.of("check", "render", "graph", "fix")) {
      assertThat(run(false, List.of(command, file.toString())).all())
          .matches("[\\n\\x20-\\x7e]*")
          .doesNotContain("?");
      assertThat(run(true, List.of(command, file.toString())).all()).contains(name);
    }
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  /** A path, an image, a line of a manifest: broken, nobody could copy them. */
  private static boolean isOneWord(String line) {
    return line.strip().indexOf(' ') < 0;
  }

  private static Said run(boolean unicode, List<String> command) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    new CommandLineInterface(
            new ByteArrayInputStream(new byte[0]),
            out,
            err,
            new Screen(true, OptionalInt.of(COLUMNS), unicode))
        .run(command.toArray(new String[0]));
    return new Said(out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
