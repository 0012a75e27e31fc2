package dev.migrationgate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the function loads, and what becomes of a command whose libraries are not there. */
class LoadedClassesTest {
  private static final Path INPUT = Path.of("src/main/training/bookings.yaml");
  private static final Path USUAL = Path.of("examples/shop/deployment-variables.yaml");
  private static final String CLASS_PATH = System.getProperty("java.class.path");

  @TempDir private Path folder;

  /** How a run ended, with what it told. */
  private record Ended(int exitCode, List<String> err) {}

  static Stream<List<String>> functionArguments() {
    return Stream.of(List.of(), List.of("fn-config/configmap.yaml"));
  }

  @ParameterizedTest
  @MethodSource("functionArguments")
  void theFunctionLoadsItsOwnLibraryAlone(List<String> arguments) throws Exception {
    List<String> loaded = loaded(arguments);
    assertThat(loaded)
        .contains("dev.migrationgate.run.Function")
        .anyMatch(name -> name.startsWith("org.snakeyaml.engine."));
    assertThat(loaded)
        .allMatch(name ->
            name.startsWith("java.")
                || name.startsWith("javax.security.")
                || name.startsWith("jdk.")
                || name.startsWith("sun.")
                || name.startsWith("dev.migrationgate.")
                || name.startsWith("org.snakeyaml.engine."));
    assertThat(loaded)
        .noneMatch(name ->
            name.matches(
                "dev\\.migrationgate\\.(cli|files|check|formats|pages|terminal|graph|set|init)\\..*"));
  }

  @Test
  void usualYamlLoadsNoLibraryAtAll() throws Exception {
    assertThat(loaded(USUAL, List.of()))
        .contains("dev.migrationgate.yaml.BlockReader")
        .noneMatch(name -> name.startsWith("org."));
  }

  /** The check above would see it. */
  @Test
  void aCommandLoadsPicocli() throws Exception {
    assertThat(loaded(List.of("--version"))).anyMatch(name -> name.startsWith("picocli."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rules --format json",
        "explain gate-missing",
        "check --format json examples/shop",
        "graph --format svg examples/shop"
      })
  void aLibraryThatIsNotThereIsOneLine(String command) throws Exception {
    String slim =
        Stream.of(CLASS_PATH.split(File.pathSeparator))
            .filter(path -> path.matches(".*(classes|snakeyaml-engine|picocli)[^/]*(\\.jar)?"))
            .collect(Collectors.joining(File.pathSeparator));
    Ended ended =
        java(slim, List.of("--limit-modules", "java.base"), INPUT, List.of(command.split(" ")));
    assertThat(ended.err())
        .singleElement()
        .asString()
        .startsWith("migration-gate: this command needs libraries that are not here")
        .endsWith("run it from the tar, or from a clone with a full Java");
    assertThat(ended.exitCode()).isEqualTo(69);
  }

  private List<String> loaded(List<String> arguments) throws Exception {
    return loaded(INPUT, arguments);
  }

  private List<String> loaded(Path input, List<String> arguments) throws Exception {
    Path log = folder.resolve("loaded.log");
    Ended ended =
        java(
            CLASS_PATH,
            List.of("-Xlog:class+load:file=" + log + "::filecount=0"),
            input,
            arguments);
    assertThat(ended.exitCode()).as(ended.toString()).isZero();
    List<String> names = new ArrayList<>();
    for (String line : Files.readAllLines(log)) {
      // [0.1s][info][class,load] NAME source: PLACE
      int source = line.indexOf(" source: ");
      if (source > 0) {
        names.add(line.substring(line.lastIndexOf(' ', source - 1) + 1, source));
      }
    }
    return names;
  }

  private Ended java(String classPath, List<String> options, Path input, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, "dev.migrationgate.Main"));
    command.addAll(arguments);
    Path err = folder.resolve("stderr");
    Process process =
        new ProcessBuilder(command)
            .redirectInput(input.toFile())
            .redirectOutput(folder.resolve("stdout").toFile())
            .redirectError(err.toFile())
            .start();
    return new Ended(process.waitFor(), Files.readAllLines(err, StandardCharsets.UTF_8));
  }
}
