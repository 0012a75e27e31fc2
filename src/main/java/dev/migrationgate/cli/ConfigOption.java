package dev.migrationgate.cli;

import dev.migrationgate.config.Config;
import dev.migrationgate.config.ConfigReader;
import dev.migrationgate.run.Input;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The configuration that a command is given. */
final class ConfigOption {
  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description =
          "The configuration; without it the package's own, else the nearest"
              + " .migration-gate.yaml.")
  private Path file;

  /** What it says, empty where none is given. */
  Optional<Config> read() {
    return Optional.ofNullable(file).map(Input::read).map(ConfigReader::read);
  }
}
