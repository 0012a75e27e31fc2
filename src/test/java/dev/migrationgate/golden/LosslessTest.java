package dev.migrationgate.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where nothing is to be done, every byte comes back. */
class LosslessTest {
  private static final Path LOSSLESS = Path.of("testdata/lossless");

  static Stream<String> cases() throws IOException {
    try (Stream<Path> folders = Files.list(LOSSLESS)) {
      List<String> names = folders.map(folder -> folder.getFileName().toString()).sorted().toList();
      return names.stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void comesBack(String name) throws IOException {
    Path folder = LOSSLESS.resolve(name);
    byte[] input = Files.readAllBytes(folder.resolve("input.yaml"));
    Path config = folder.resolve("config.yaml");
    Run run = Run.function(input, Files.exists(config) ? Optional.of(config) : Optional.empty());
    assertThat(run.text()).isEqualTo(new String(input, StandardCharsets.UTF_8));
    assertThat(run.output()).isEqualTo(input);
    assertThat(run.exitCode()).isZero();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void comesBackWithWindowsLineBreaks(String name) throws IOException {
    Path folder = LOSSLESS.resolve(name);
    String input = Files.readString(folder.resolve("input.yaml"));
    if (input.indexOf('\r') < 0) {
      String windows = input.replace("\n", "\r\n");
      Path config = folder.resolve("config.yaml");
      Run run =
          Run.function(
              windows.getBytes(StandardCharsets.UTF_8),
              Files.exists(config) ? Optional.of(config) : Optional.empty());
      assertThat(run.text()).isEqualTo(windows);
    }
  }
}
