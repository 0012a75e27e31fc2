package dev.migrationgate.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Holds what comes out against what was approved, byte for byte. */
public final class Approved {
  private Approved() {}

  /**
   * Fails where the two differ, and leaves what came out beside it; of a mutant nothing is left.
   *
   * @param approved a file named {@code ….approved.…}; {@code -Dmigrationgate.approve=true} writes
   *     it
   */
  public static void compare(Path approved, byte[] actual) throws IOException {
    if (Boolean.getBoolean("migrationgate.approve")) {
      Files.createDirectories(approved.getParent());
      Files.write(approved, actual);
      return;
    }
    byte[] expected = Files.exists(approved) ? Files.readAllBytes(approved) : new byte[0];
    if (!Arrays.equals(expected, actual)) {
      Path received = Path.of(approved.toString().replace(".approved.", ".received."));
      if (!Boolean.getBoolean("migrationgate.mutation")) {
        Files.write(received, actual);
      }
      assertThat(new String(actual, StandardCharsets.UTF_8))
          .as(approved + " (what came out is in " + received.getFileName() + ")")
          .isEqualTo(new String(expected, StandardCharsets.UTF_8));
      fail(approved + " differs in bytes that are no text");
    }
  }
}
