package dev.migrationgate.pattern;

import java.util.List;

/**
 * What tells a migration: one row a signal.
 *
 * <p>A command signal is a row of words that stand in this order in one simple command, whatever
 * stands between them; the first word is a program, with or without its path. An image signal is the
 * last part of an image's repository. A word signal is looked for in names.
 */
final class MigrationSignals {

  /** A command line of a tool that migrates. */
  record Command(String tool, List<String> words) {
    Command(String tool, String... words) {
      this(tool, List.of(words));
    }
  }

  /** An image whose entrypoint migrates, given one of these first arguments (none: any). */
  record ToolImage(String tool, String basename, List<String> arguments) {
    ToolImage(String tool, String basename, String... arguments) {
      this(tool, basename, List.of(arguments));
    }
  }

  static final List<Command> COMMANDS =
      List.of(
          new Command("alembic", "alembic", "upgrade"),
          new Command("Flask-Migrate", "flask", "db", "upgrade"),
          new Command("Django", "manage.py", "migrate"),
          new Command("Django", "manage", "migrate"),
          new Command("Django", "django-admin", "migrate"),
          new Command("Rails", "rails", "db:migrate"),
          new Command("Rails", "rails", "db:prepare"),
          new Command("Rails", "rake", "db:migrate"),
          new Command("Prisma", "prisma", "migrate", "deploy"),
          new Command("Prisma", "prisma", "db", "push"),
          new Command("TypeORM", "typeorm", "migration:run"),
          new Command("Knex", "knex", "migrate:latest"),
          new Command("Sequelize", "sequelize", "db:migrate"),
          new Command("Sequelize", "sequelize-cli", "db:migrate"),
          new Command("Drizzle", "drizzle-kit", "migrate"),
          new Command("Drizzle", "drizzle-kit", "push"),
          new Command("Payload", "payload", "migrate"),
          new Command("Laravel", "artisan", "migrate"),
          new Command("Doctrine", "console", "doctrine:migrations:migrate"),
          new Command("Phinx", "phinx", "migrate"),
          new Command("Flyway", "flyway", "migrate"),
          new Command("Liquibase", "liquibase", "update"),
          new Command("goose", "goose", "up"),
          new Command("dbmate", "dbmate", "up"),
          new Command("dbmate", "dbmate", "migrate"),
          new Command("golang-migrate", "migrate", "up"),
          new Command("Atlas", "atlas", "migrate", "apply"),
          new Command("Atlas", "atlas", "schema", "apply"),
          new Command("SQLx", "sqlx", "migrate", "run"),
          new Command("Diesel", "diesel", "migration", "run"),
          new Command("SeaORM", "sea-orm-cli", "migrate", "up"),
          new Command("Ecto", "mix", "ecto.migrate"),
          new Command("EF Core", "dotnet", "ef", "database", "update"),
          new Command("Airflow", "airflow", "db", "migrate"),
          new Command("Airflow", "airflow", "db", "upgrade"),
          new Command("Kong", "kong", "migrations", "bootstrap"),
          new Command("Kong", "kong", "migrations", "up"),
          new Command("Kong", "kong", "migrations", "finish"));

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
