package dev.migrationgate.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The cases in {@code testdata}, a folder each; {@code -Dmigrationgate.cases=order,rules/gate-mode}
 * leaves those of these folders alone.
 */
final class Cases {
  static final Path TESTDATA = Path.of("testdata");
  private static final String WANTED = System.getProperty("migrationgate.cases", "");

  private Cases() {}

  /** The folders, below {@code testdata}, that hold a file or folder of this name. */
  static Stream<Path> with(String content) throws IOException {
    try (Stream<Path> files = Files.walk(TESTDATA)) {
      List<Path> cases =
          files
              .filter(file -> file.getFileName().toString().equals(content))
              .map(file -> TESTDATA.relativize(file.getParent()))
              .filter(Cases::isWanted)
              .sorted()
              .toList();
      return cases.stream();
    }
  }

  private static boolean isWanted(Path name) {
    return WANTED.isEmpty() || Stream.of(WANTED.split(",")).anyMatch(name::startsWith);
  }
}
