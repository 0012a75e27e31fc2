package dev.migrationgate.check;

import dev.migrationgate.config.ConfigReader;
import dev.migrationgate.config.ProjectConfig;
import dev.migrationgate.files.Selection;
import dev.migrationgate.krm.InvalidInput;
import dev.migrationgate.run.Input;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code .migration-gate.yaml} that holds for a path.
 *
 * @param file where it is, empty where there is none
 */
public record ProjectFile(Optional<Path> file, ProjectConfig config) {
  /** The path that stands for stdin. */
  public static final String STDIN = "-";

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

  /**
   * The files and folders that each configuration holds for; {@link #STDIN} is none.
   *
   * @throws InvalidInput when a path is empty, as that of a shell's unset variable is
   */
  public static Map<ProjectFile, List<Path>> group(List<String> paths) {
    Map<ProjectFile, List<Path>> projects = new LinkedHashMap<>();
    for (String path : paths) {
      if (path.isEmpty()) {
        throw new InvalidInput("a path is empty; . is the working directory");
      }
      if (!path.equals(STDIN)) {
        projects.computeIfAbsent(of(Path.of(path)), key -> new ArrayList<>()).add(Path.of(path));
      }
    }
    return projects;
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
