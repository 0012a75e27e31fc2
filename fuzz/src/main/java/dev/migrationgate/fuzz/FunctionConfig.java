package dev.migrationgate.fuzz;

import dev.migrationgate.config.ConfigReader;
import dev.migrationgate.config.InvalidConfig;
import dev.migrationgate.yaml.InvalidYaml;
import dev.migrationgate.yaml.SourceText;
import java.nio.charset.StandardCharsets;

/** Any text as a functionConfig: it is read, or refused in one line. */
public final class FunctionConfig {
  private FunctionConfig() {}

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] data) {
    SourceText text = new SourceText("config", new String(data, StandardCharsets.UTF_8));
    try {
      ConfigReader.read(text);
      ConfigReader.readProject(text);
    } catch (InvalidYaml | InvalidConfig e) {
      if (e.getMessage().isBlank() || e.getMessage().indexOf('\n') >= 0) {
        throw new AssertionError("not one line: " + e.getMessage(), e);
      }
    }
  }
}
