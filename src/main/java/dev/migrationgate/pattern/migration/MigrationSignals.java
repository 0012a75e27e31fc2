package dev.migrationgate.pattern.migration;

import dev.migrationgate.pattern.shell.CommandSignal;
import dev.migrationgate.pattern.shell.CommandSignals;
import java.util.List;
import java.util.Set;

/** What tells a migration: one row a signal. How they are weighed stands in MigrationDetector. */
final class MigrationSignals {

  /** An image whose entrypoint migrates, given one of these arguments. */
  record ToolImage(String tool, String basename, List<String> arguments) {
    /** What is a word of its own, too: {@code shop-migrate} may be anything. */
    private static final Set<String> WORDS = Set.of("migrate", "atlas");

    ToolImage(String tool, String basename, String... arguments) {
      this(tool, basename, List.of(arguments));
    }

    /** True for {@code liquibase}, and for {@code shop-liquibase}, which is built from it. */
    boolean isNamedBy(String basename) {
      return basename.equals(this.basename)
          || !WORDS.contains(this.basename)
              && MigrationWords.parts(basename).contains(this.basename);
    }
  }

  /** Command lines of tools that migrate. */
  static final CommandSignals COMMANDS =
      new CommandSignals(
          List.of(
              // Python
              new CommandSignal("alembic", "alembic", "upgrade"),
              new CommandSignal("Flask-Migrate", "flask", "db", "upgrade"),
              new CommandSignal("Django", "manage.py", "migrate"),
              new CommandSignal("Django", "manage.py", "migrate_schemas"),
              new CommandSignal("Django", "manage", "migrate"),
              new CommandSignal("Django", "django-admin", "migrate"),
              new CommandSignal("Aerich", "aerich", "upgrade"),
              new CommandSignal("yoyo", "yoyo", "apply"),
              new CommandSignal("Airflow", "airflow", "db", "migrate"),
              new CommandSignal("Airflow", "airflow", "db", "upgrade"),
              // Airflow's and CKAN's init upgrade a database that is there already.
              new CommandSignal("Airflow", "airflow", "db", "init"),
              new CommandSignal("Airflow", "airflow", "initdb"),
              new CommandSignal("Superset", "superset", "db", "upgrade"),
              new CommandSignal("CKAN", "ckan", "db", "upgrade"),
              new CommandSignal("CKAN", "ckan", "db", "init"),
              // Ruby
              new CommandSignal("Rails", "rails", "db:migrate"),
              new CommandSignal("Rails", "rails", "db:prepare"),
              new CommandSignal("Rails", "rake", "db:migrate"),
              new CommandSignal("Rails", "rake", "db:prepare"),
              new CommandSignal("Rails", "rails", "db:setup"),
              new CommandSignal("Rails", "rails", "db:schema:load"),
              new CommandSignal("Rails", "rails", "db:reset"),
              new CommandSignal("Rails", "rake", "db:setup"),
              new CommandSignal("Rails", "rake", "db:schema:load"),
              new CommandSignal("Rails", "rake", "db:reset"),
              new CommandSignal("Hanami", "hanami", "db", "migrate"),
              // JavaScript
              new CommandSignal("Prisma", "prisma", "migrate", "deploy"),
              new CommandSignal("Prisma", "prisma", "db", "push"),
              new CommandSignal("TypeORM", "typeorm", "migration:run"),
              new CommandSignal("TypeORM", "typeorm-ts-node-commonjs", "migration:run"),
              new CommandSignal("TypeORM", "typeorm-ts-node-esm", "migration:run"),
              new CommandSignal("Knex", "knex", "migrate:latest"),
              new CommandSignal("Knex", "knex", "migrate:up"),
              new CommandSignal("Sequelize", "sequelize", "db:migrate"),
              new CommandSignal("Sequelize", "sequelize-cli", "db:migrate"),
              new CommandSignal("Drizzle", "drizzle-kit", "migrate"),
              new CommandSignal("Drizzle", "drizzle-kit", "push"),
              new CommandSignal("Payload", "payload", "migrate"),
              new CommandSignal("MikroORM", "mikro-orm", "migration:up"),
              new CommandSignal("node-pg-migrate", "node-pg-migrate", "up"),
              new CommandSignal("db-migrate", "db-migrate", "up"),
              new CommandSignal("migrate-mongo", "migrate-mongo", "up"),
              new CommandSignal("Supabase", "supabase", "db", "push"),
              new CommandSignal("Medusa", "medusa", "db:migrate"),
              // PHP
              new CommandSignal("Laravel", "artisan", "migrate"),
              new CommandSignal("Doctrine", "console", "doctrine:migrations:migrate"),
              new CommandSignal("Doctrine", "console", "d:m:m"),
              new CommandSignal("Doctrine", "doctrine-migrations", "migrate"),
              new CommandSignal("Phinx", "phinx", "migrate"),
              // JVM
              new CommandSignal("Flyway", "flyway", "migrate"),
              new CommandSignal("Flyway", "mvn", "flyway:migrate"),
              new CommandSignal("Flyway", "gradlew", "flywayMigrate"),
              new CommandSignal("Liquibase", "liquibase", "update"),
              new CommandSignal("Liquibase", "mvn", "liquibase:update"),
              // Go
              new CommandSignal("goose", "goose", "up"),
              new CommandSignal("golang-migrate", "migrate", "up"),
              new CommandSignal("golang-migrate", "migrate", "goto"),
              new CommandSignal("dbmate", "dbmate", "up"),
              new CommandSignal("dbmate", "dbmate", "migrate"),
              new CommandSignal("Atlas", "atlas", "migrate", "apply"),
              new CommandSignal("Atlas", "atlas", "schema", "apply"),
              new CommandSignal("tern", "tern", "migrate"),
              new CommandSignal("sql-migrate", "sql-migrate", "up"),
              new CommandSignal("pgroll", "pgroll", "start"),
              new CommandSignal("Skeema", "skeema", "push"),
              // Rust, Elixir, .NET, Perl
              new CommandSignal("SQLx", "sqlx", "migrate", "run"),
              new CommandSignal("SQLx", "sqlx", "database", "setup"),
              new CommandSignal("Diesel", "diesel", "migration", "run"),
              new CommandSignal("SeaORM", "sea-orm-cli", "migrate"),
              new CommandSignal("refinery", "refinery", "migrate"),
              new CommandSignal("Ecto", "mix", "ecto.migrate"),
              new CommandSignal("EF Core", "dotnet", "ef", "database", "update"),
              new CommandSignal("EF Core", "efbundle"),
              new CommandSignal("Sqitch", "sqitch", "deploy"),
              // Servers that bring their own schema
              new CommandSignal("Kong", "kong", "migrations", "bootstrap"),
              new CommandSignal("Kong", "kong", "migrations", "up"),
              new CommandSignal("Kong", "kong", "migrations", "finish"),
              new CommandSignal("Hasura", "hasura", "migrate", "apply"),
              new CommandSignal("Temporal", "temporal-sql-tool", "update-schema"),
              new CommandSignal("Sentry", "sentry", "upgrade"),
              new CommandSignal("ZITADEL", "zitadel", "setup"),
              new CommandSignal("GitLab", "gitlab-rake", "db:migrate")));

  /** Images of tools that migrate. */
  static final List<ToolImage> IMAGES =
      List.of(
          new ToolImage("Flyway", "flyway", "migrate"),
          new ToolImage("Liquibase", "liquibase", "update"),
          new ToolImage("golang-migrate", "migrate", "up", "goto"),
          new ToolImage("dbmate", "dbmate", "up", "migrate"),
          new ToolImage("goose", "goose", "up"),
          new ToolImage("Atlas", "atlas", "migrate", "schema"),
          new ToolImage("Sqitch", "sqitch", "deploy"),
          new ToolImage("ZITADEL", "zitadel", "setup"));

  /** Repositories of tools and languages, whose tags say nothing of an application's release. */
  static final Set<String> PUBLISHED =
      Set.of(
          "flyway/flyway",
          "redgate/flyway",
          "liquibase/liquibase",
          "liquibase",
          "migrate/migrate",
          "amacneil/dbmate",
          "ghcr.io/amacneil/dbmate",
          "ghcr.io/kukymbr/goose-docker",
          "gomicro/goose",
          "arigaio/atlas",
          "sqitch/sqitch",
          "alpine",
          "bash",
          "busybox",
          "debian",
          "ubuntu",
          "node",
          "oven/bun",
          "python",
          "ruby",
          "php",
          "golang",
          "mcr.microsoft.com/dotnet/sdk");

  /** In names, labels, words of a command, and names of variables: a migration. */
  static final List<String> WORDS =
      List.of(
          "migrat",
          "db-upgrade",
          "dbupgrade",
          "schema-upgrade",
          "schema-update",
          "update-schema",
          "apply-schema",
          "schema-apply");

  /** In names and images: what is moved or changed is no schema of a database. */
  static final List<String> NO_SCHEMA =
      List.of(
          "storage-version",
          "storageversion",
          "storage-migrat",
          "pvc",
          "volume",
          "bucket",
          "user-migrat",
          "users-migrat",
          "index-migrat",
          "topic");

  /** Images that reach no database, whatever a Job is called. */
  static final List<String> NO_CLIENTS =
      List.of(
          "curl",
          "rsync",
          "mc",
          "aws-cli",
          "kafka",
          "elasticsearch",
          "kube-webhook-certgen",
          "restic",
          "rclone");

  /** In names: a Job that does something else, to the database or to something else. */
  static final List<String> OTHER_WORK =
      List.of(
          "seed",
          "populate",
          "backup",
          "restore",
          "repair",
          "rollback",
          "backfill",
          "dump",
          "create-user",
          "createuser",
          "storage-version",
          "storageversion",
          "storage-migrat",
          "upload",
          "init-roles",
          "db-roles",
          "create-roles",
          "superuser",
          "volume",
          "pvc",
          "bucket",
          "cleanup");

  /** Whole parts of a name that tell the same: {@code db-drop}, but not {@code dropbox}. */
  static final List<String> REMOVALS = List.of("drop", "truncate", "wipe", "purge", "teardown");

  /** Parts of a name in front of the word for a migration: it is only looked at. */
  static final List<String> LOOKS_BEFORE =
      List.of("check", "show", "verify", "validate", "lint", "inspect", "list", "print", "report");

  /** Parts of a name behind that word: the same. */
  static final List<String> LOOKS_BEHIND =
      List.of(
          "check",
          "checks",
          "checker",
          "status",
          "pending",
          "history",
          "verify",
          "verification",
          "validate",
          "validation",
          "lint",
          "info",
          "report");

  /** Parts of a word in a command: a migration is looked at, undone or written, and not run. */
  static final List<String> NOT_RUN =
      List.of(
          "status",
          "rollback",
          "revert",
          "undo",
          "down",
          "create",
          "generate",
          "make",
          "makemigrations",
          "show",
          "showmigrations",
          "list",
          "check",
          "verify",
          "validate",
          "lint",
          "history");

  /** Programs that move files, which have no schema. */
  static final List<String> MOVERS =
      List.of("cp", "mv", "rsync", "tar", "rclone", "scp", "gsutil", "s3cmd", "aws", "mc");

  /** What scripts that move files run besides. */
  static final List<String> BESIDE_MOVERS =
      List.of(
          "ls", "mkdir", "chown", "chmod", "find", "du", "df", "rm", "touch", "apk", "apt-get",
          "apt", "head", "tail", "wc", "cd", "sync", "stat");

  /** Last parts of labels that tell what a Job is for. */
  static final List<String> LABELS =
      List.of("component", "app", "name", "role", "job", "job-type", "type", "task", "purpose");

  /** Before the word in a command or a variable's name: the migration is not run here. */
  static final List<String> NEGATIONS = List.of("skip", "no-", "no_", "wait", "disable", "without");

  private MigrationSignals() {}
}
