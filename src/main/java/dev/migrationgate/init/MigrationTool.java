package dev.migrationgate.init;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A migration tool: how it is recognised, what the Job runs, and where it finds its database. */
public enum MigrationTool {
  PRISMA("prisma", "prisma/schema.prisma", List.of("npx", "prisma", "migrate", "deploy"), url()),
  ALEMBIC("alembic", "alembic.ini", List.of("alembic", "upgrade", "head"), url()),
  DJANGO("django", "manage.py", List.of("python", "manage.py", "migrate", "--noinput"), url()),
  RAILS(
      "rails",
      "config/application.rb",
      List.of("bundle", "exec", "rails", "db:migrate"),
      List.of(new Setting("DATABASE_URL"), new Setting("SECRET_KEY_BASE"))),
  FLYWAY(
      "flyway",
      "flyway.toml",
      List.of("flyway", "migrate"),
      List.of(
          new Setting("DATABASE_URL", "FLYWAY_URL"),
          new Setting("DATABASE_USER", "FLYWAY_USER"),
          new Setting("DATABASE_PASSWORD", "FLYWAY_PASSWORD"))),
  LIQUIBASE(
      "liquibase",
      "liquibase.properties",
      List.of("liquibase", "update"),
      List.of(
          new Setting("DATABASE_URL", "LIQUIBASE_COMMAND_URL"),
          new Setting("DATABASE_USER", "LIQUIBASE_COMMAND_USERNAME"),
          new Setting("DATABASE_PASSWORD", "LIQUIBASE_COMMAND_PASSWORD"))),
  GOLANG_MIGRATE(
      "golang-migrate",
      "go.mod",
      List.of("migrate", "-path=/migrations", "-database=$(DATABASE_URL)", "up"),
      url());

  /**
   * A key of the service's Secret.
   *
   * @param variable what the tool calls it, empty where it reads it by the key's own name
   */
  record Setting(String key, Optional<String> variable) {
    Setting(String key) {
      this(key, Optional.empty());
    }

    Setting(String key, String variable) {
      this(key, Optional.of(variable));
    }
  }

  private final String id;
  private final Path marker;
  private final List<String> command;
  private final List<Setting> settings;

  MigrationTool(String id, String marker, List<String> command, List<Setting> settings) {
    this.id = id;
    this.marker = Path.of(marker);
    this.command = command;
    this.settings = settings;
  }

  private static List<Setting> url() {
    return List.of(new Setting("DATABASE_URL"));
  }

  /** The name on the command line. */
  public String id() {
    return id;
  }

  /** What the Job runs. */
  List<String> command() {
    return command;
  }

  /** The keys of the Secret. */
  List<Setting> settings() {
    return settings;
  }

  /** The names on the command line, of all of them. */
  public static List<String> ids() {
    List<String> ids = new ArrayList<>();
    for (MigrationTool tool : values()) {
      ids.add(tool.id);
    }
    return ids;
  }

  /** The tool of that name, empty where there is none. */
  public static Optional<MigrationTool> named(String id) {
    for (MigrationTool tool : values()) {
      if (tool.id.equals(id)) {
        return Optional.of(tool);
      }
    }
    return Optional.empty();
  }

  /** The tool whose files stand in the folder of a service, empty where none's do. */
  public static Optional<MigrationTool> usedIn(Path folder) {
    for (MigrationTool tool : values()) {
      if (Files.isRegularFile(folder.resolve(tool.marker))) {
        return Optional.of(tool);
      }
    }
    return Optional.empty();
  }
}
