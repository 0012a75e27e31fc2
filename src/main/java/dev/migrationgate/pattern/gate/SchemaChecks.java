package dev.migrationgate.pattern.gate;

import dev.migrationgate.pattern.shell.CommandSignal;
import dev.migrationgate.pattern.shell.CommandSignals;
import dev.migrationgate.pattern.shell.Loops;
import dev.migrationgate.pattern.shell.ShellCommand;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Commands that fail while the database's schema is behind: gates that poll the database itself.
 */
final class SchemaChecks {
  private static final CommandSignals COMMANDS =
      new CommandSignals(
          List.of(
              new CommandSignal("Django", "manage.py", "migrate", "--check"),
              new CommandSignal("Django", "manage", "migrate", "--check"),
              new CommandSignal("Django", "django-admin", "migrate", "--check"),
              new CommandSignal("Rails", "rails", "db:abort_if_pending_migrations"),
              new CommandSignal("Rails", "rake", "db:abort_if_pending_migrations"),
              new CommandSignal("Prisma", "prisma", "migrate", "status"),
              new CommandSignal("alembic", "alembic", "current", "--check-heads"),
              new CommandSignal("Flyway", "flyway", "validate"),
              new CommandSignal("Kong", "kong", "migrations", "list"),
              new CommandSignal("Airflow", "airflow", "db", "check-migrations"),
              new CommandSignal("dbmate", "dbmate", "status", "--exit-code"),
              new CommandSignal("Doctrine", "console", "doctrine:migrations:up-to-date"),
              new CommandSignal("Laravel", "artisan", "migrate:status", "--pending=1")));

  /** Commands that print where the schema is, for somebody behind a pipe to read. */
  private static final List<CommandSignal> PRINTS =
      List.of(
          new CommandSignal("alembic", "alembic", "current"),
          new CommandSignal("Flask-Migrate", "flask", "db", "current"));

  /** Clients with which a script may look into the database itself. */
  private static final List<String> CLIENTS =
      List.of("psql", "mysql", "mariadb", "sqlcmd", "usql", "sqlite3");

  /** Programs whose arguments are scripts that may ask by themselves. */
  private static final List<String> INTERPRETERS =
      List.of("python", "python3", "node", "bun", "deno", "ruby", "php", "perl");

  /** Where the tools write down what they have applied, in lower case. */
  private static final List<CommandSignal> VERSION_TABLES =
      List.of(
          new CommandSignal("alembic", "alembic_version"),
          new CommandSignal("Django", "django_migrations"),
          new CommandSignal("Prisma", "_prisma_migrations"),
          new CommandSignal("Flyway", "flyway_schema_history"),
          new CommandSignal("Liquibase", "databasechangelog"),
          new CommandSignal("goose", "goose_db_version"),
          new CommandSignal("Knex", "knex_migrations"),
          new CommandSignal("Sequelize", "sequelizemeta"),
          new CommandSignal("Drizzle", "__drizzle_migrations"),
          new CommandSignal("Payload", "payload_migrations"),
          new CommandSignal("Doctrine", "doctrine_migration_versions"),
          new CommandSignal("Phinx", "phinxlog"),
          new CommandSignal("SQLx", "_sqlx_migrations"),
          new CommandSignal("Diesel", "__diesel_schema_migrations"),
          new CommandSignal("SeaORM", "seaql_migrations"),
          new CommandSignal("EF Core", "__efmigrationshistory"),
          new CommandSignal("Atlas", "atlas_schema_revisions"),
          new CommandSignal("", "schema_migrations"));

  private SchemaChecks() {}

  /** The tool whose schema this command of a script asks for, empty where it asks for none. */
  static Optional<String> toolOf(List<ShellCommand> commands, Loops loops, int index) {
    Optional<CommandSignal> check = COMMANDS.in(commands.get(index).words());
    if (check.isPresent()) {
      return Optional.of(check.get().tool());
    }
    if (!loops.hold(index)) {
      return Optional.empty();
    }
    Optional<String> read = readBehindPipe(commands, index);
    return read.isPresent() ? read : tableOf(commands.get(index).words());
  }

  /** {@code until alembic current | grep -q '(head)'}. */
  private static Optional<String> readBehindPipe(List<ShellCommand> commands, int index) {
    boolean piped = commands.get(index).operator().equals("|") && index + 1 < commands.size();
    if (piped && commands.get(index + 1).program().contains("grep")) {
      for (CommandSignal print : PRINTS) {
        if (print.matches(commands.get(index).words())) {
          return Optional.of(print.tool());
        }
      }
    }
    return Optional.empty();
  }

  /** The tool on whose table a query looks. */
  private static Optional<String> tableOf(List<String> words) {
    String text = String.join(" ", words).toLowerCase(Locale.ROOT);
    if (!callsClient(text) && !isScriptThatAsks(words)) {
      return Optional.empty();
    }
    for (CommandSignal table : VERSION_TABLES) {
      if (text.contains(table.words().get(0))) {
        return Optional.of(table.tool().isEmpty() ? "the migration tool" : table.tool());
      }
    }
    return Optional.empty();
  }

  /** {@code until python -c '…'}: the condition of a loop is a script that asks by itself. */
  private static boolean isScriptThatAsks(List<String> words) {
    boolean condition =
        words.get(0).equals("until") || words.get(0).equals("while") && words.contains("!");
    return condition && INTERPRETERS.contains(new ShellCommand(words, "").program());
  }

  private static boolean callsClient(String text) {
    for (String client : CLIENTS) {
      int at = text.indexOf(client + " ");
      if (at == 0 || at > 0 && !Character.isLetterOrDigit(text.charAt(at - 1))) {
        return true;
      }
    }
    return false;
  }
}
