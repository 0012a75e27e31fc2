package dev.migrationgate.files;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.migrationgate.growth.Growth;
import dev.migrationgate.growth.Hostile;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Globs of {@code .migration-gate.yaml}, given what they like least. */
@Tag("growth")
class FilesGrowthTest {
  private static final int LONGEST = 10_000_000;

  private static final int LONGEST_ALTERNATIVES = 2_000_000;

  /** Each character of it is held against each one of the path. */
  private static final int LONGEST_GLOB = 50_000;

  /** The longest name that a path may have, and a path that is longer than any. */
  private static final String FILE = "a".repeat(255);

  private static final String PATH = "a/".repeat(500) + "a";

  static Stream<Arguments> globs() {
    return Stream.of(
        arguments(FILE, Hostile.of("*a", "b")),
        arguments(FILE, Hostile.of("a*", "b")),
        arguments(FILE, Hostile.of("{a,*}", "b")),
        arguments(FILE, Hostile.of("[a-b]*", "c")),
        arguments(PATH, Hostile.of("**/a", "b")),
        arguments(PATH, new Hostile("a/", "**a", "b")),
        arguments(PATH, new Hostile("a/", "*/", "b")),
        arguments(PATH, Hostile.of("**/")));
  }

  /** As many stars as one likes: with backtracking thirty would take years. */
  @ParameterizedTest(name = "{1}")
  @MethodSource("globs")
  void ofGlobs(String path, Hostile glob) {
    Growth.isLinear(List.of(glob), LONGEST_GLOB, text -> takes(text, path));
  }

  @Test
  void ofLongGlobs() {
    Growth.isLinear(
        List.of(Hostile.of("*"), Hostile.of("a"), Hostile.of("[a]")),
        LONGEST,
        text -> takes(text, "a/b/c.yaml"));
  }

  /** Five steps each: ten million of them would measure the collector. */
  @Test
  void ofManyAlternatives() {
    Growth.isLinear(
        List.of(Hostile.of("{a,b}")), LONGEST_ALTERNATIVES, text -> takes(text, "a/b/c.yaml"));
  }

  private static void takes(String glob, String path) {
    Path base = Path.of("").toAbsolutePath();
    new Selection(base, List.of(glob), List.of()).takes(base.resolve(path));
  }
}
