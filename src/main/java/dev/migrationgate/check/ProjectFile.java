package dev.migrationgate.check;

import dev.migrationgate.config.ConfigReader;
import dev.migrationgate.config.ProjectConfig;
import dev.migrationgate.files.Selection;
import dev.migrationgate.run.Input;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The {@code .migration-gate.yaml} that holds for a path.
 *
 * @param file where it is, empty where there is none
 */
public record ProjectFile(Optional<Path> file, ProjectConfig config) {
  private static final String NAME = ".migration-gate.yaml";

  /**
   * Looks in the folder of the path and in those above it.
   *
   * @throws dev.migrationgate.config.InvalidConfig when the nearest one cannot be used
   */
  public static ProjectFile of(Path path) {
    Optional<Path> file = above(path);
    return new ProjectFile(
        file, file.map(Input::read).map(ConfigReader::readProject).orElse(ProjectConfig.DEFAULT));
  }

  /** Where it is, without reading it. */
  private static Optional<Path> above(Path path) {
    Path start = path.toAbsolutePath().normalize();
    Path working = Path.of("").toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      Path file = folder.resolve(NAME);
      if (Files.isRegularFile(file)) {
        // Messages name it the way the user would.
        return Optional.of(file.startsWith(working) ? working.relativize(file) : file);
      }
    }
    return Optional.empty();
  }

  /** Which files it wants to be read. */
  public Selection selection() {
    return file.map(Path::toAbsolutePath)
        .map(Path::getParent)
        .map(folder -> new Selection(folder, config.include(), config.exclude()))
        .orElse(Selection.ALL);
  }
}
