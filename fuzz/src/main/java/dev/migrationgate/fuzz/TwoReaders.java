package dev.migrationgate.fuzz;

import dev.migrationgate.yaml.BothReaders;
import java.nio.charset.StandardCharsets;

/** Any text as YAML: what the reader of usual YAML reads, the full one reads alike. */
public final class TwoReaders {
  private TwoReaders() {}

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] data) {
    String text = new String(data, StandardCharsets.UTF_8);
    if (!BothReaders.agreeOn(text)) {
      throw new AssertionError("two readers, two trees");
    }
  }
}
