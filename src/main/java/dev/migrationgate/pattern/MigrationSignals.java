package dev.migrationgate.pattern;

import java.util.List;

/**
 * What tells a migration: one row a signal.
 *
 * <p>An image signal is the last part of an image's repository. A word signal is looked for in names.
 */
final class MigrationSignals {

  /** An image whose entrypoint migrates, given one of these first arguments (none: any). */
  record ToolImage(String tool, String basename, List<String> arguments) {
    ToolImage(String tool, String basename, String... arguments) {
      this(tool, basename, List.of(arguments));
    }
  }

  /** Command lines of tools that migrate. */
  static final List<CommandSignal> COMMANDS =
      List.of(
          new CommandSignal("alembic", "alembic", "upgrade"),
          new CommandSignal("Flask-Migrate", "flask", "db", "upgrade"),
          new CommandSignal("Django", "manage.py", "migrate"),
          new CommandSignal("Django", "manage", "migrate"),
          new CommandSignal("Django", "django-admin", "migrate"),
          new CommandSignal("Rails", "rails", "db:migrate"),
          new CommandSignal("Rails", "rails", "db:prepare"),
          new CommandSignal("Rails", "rake", "db:migrate"),
          new CommandSignal("Prisma", "prisma", "migrate", "deploy"),
          new CommandSignal("Prisma", "prisma", "db", "push"),
          new CommandSignal("TypeORM", "typeorm", "migration:run"),
          new CommandSignal("Knex", "knex", "migrate:latest"),
          new CommandSignal("Sequelize", "sequelize", "db:migrate"),
          new CommandSignal("Sequelize", "sequelize-cli", "db:migrate"),
          new CommandSignal("Drizzle", "drizzle-kit", "migrate"),
          new CommandSignal("Drizzle", "drizzle-kit", "push"),
          new CommandSignal("Payload", "payload", "migrate"),
          new CommandSignal("Laravel", "artisan", "migrate"),
          new CommandSignal("Doctrine", "console", "doctrine:migrations:migrate"),
          new CommandSignal("Phinx", "phinx", "migrate"),
          new CommandSignal("Flyway", "flyway", "migrate"),
          new CommandSignal("Liquibase", "liquibase", "update"),
          new CommandSignal("goose", "goose", "up"),
          new CommandSignal("dbmate", "dbmate", "up"),
          new CommandSignal("dbmate", "dbmate", "migrate"),
          new CommandSignal("golang-migrate", "migrate", "up"),
          new CommandSignal("Atlas", "atlas", "migrate", "apply"),
          new CommandSignal("Atlas", "atlas", "schema", "apply"),
          new CommandSignal("SQLx", "sqlx", "migrate", "run"),
          new CommandSignal("Diesel", "diesel", "migration", "run"),
          new CommandSignal("SeaORM", "sea-orm-cli", "migrate", "up"),
          new CommandSignal("Ecto", "mix", "ecto.migrate"),
          new CommandSignal("EF Core", "dotnet", "ef", "database", "update"),
          new CommandSignal("Airflow", "airflow", "db", "migrate"),
          new CommandSignal("Airflow", "airflow", "db", "upgrade"),
          new CommandSignal("Kong", "kong", "migrations", "bootstrap"),
          new CommandSignal("Kong", "kong", "migrations", "up"),
          new CommandSignal("Kong", "kong", "migrations", "finish"));

  /** Images of tools that migrate. */
  static final List<ToolImage> IMAGES =
      List.of(
          new ToolImage("Flyway", "flyway", "migrate"),
          new ToolImage("Liquibase", "liquibase", "update"),
          new ToolImage("golang-migrate", "migrate", "up"),
          new ToolImage("dbmate", "dbmate", "up", "migrate"),
          new ToolImage("goose", "goose", "up"),
          new ToolImage("Atlas", "atlas", "migrate", "schema"));

  /** In names: a migration. */
  static final List<String> NAME_WORDS = List.of("migrat", "db-upgrade", "schema-upgrade");

  /** In names and commands: a Job that does something else to the database. */
  static final List<String> OTHER_WORK =
      List.of(
          "seed",
          "backup",
          "restore",
          "repair",
          "backfill",
          "create-user",
          "storage-version",
          "storageversion",
          "upload",
          "rollback");

  private MigrationSignals() {}
}
