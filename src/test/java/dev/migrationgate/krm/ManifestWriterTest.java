package dev.migrationgate.krm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.golden.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestWriterTest {
  /** Items that are moved take their lines along, whatever ends these: found by fuzzing. */
  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r", "\r\r\n"})
  void aLineEndsWithAnyLineBreakOfYaml(String lineBreak) throws IOException {
    String input = Files.readString(Path.of("src/main/training/bookings.yaml"));
    String once = manifests(input.replace("\n", lineBreak));
    assertThat(once).contains("kind: Job").isEqualTo(manifests(once));
  }

  private static String manifests(String input) {
    String output = Run.function(input).text();
    return output.substring(0, output.lastIndexOf("results:"));
  }
}
