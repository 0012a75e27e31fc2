package dev.migrationgate.config;

import java.util.List;

/**
 * A project's own file, {@code .migration-gate.yaml}.
 *
 * @param config for every build that brings none of its own
 * @param include globs of the files to read; none for all
 * @param exclude globs of the files not to read
 */
public record ProjectConfig(Config config, List<String> include, List<String> exclude) {

  /** That of a project without the file. */
  public static final ProjectConfig DEFAULT =
      new ProjectConfig(Config.DEFAULT, List.of(), List.of());

  public ProjectConfig {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }
}
