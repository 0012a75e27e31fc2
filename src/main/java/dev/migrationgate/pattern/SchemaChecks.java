package dev.migrationgate.pattern;

import java.util.List;

/** Commands that fail while the database's schema is behind: gates that poll the database itself. */
final class SchemaChecks {
  static final List<CommandSignal> COMMANDS =
      List.of(
          new CommandSignal("Django", "manage.py", "migrate", "--check"),
          new CommandSignal("Django", "manage", "migrate", "--check"),
          new CommandSignal("Rails", "rails", "db:abort_if_pending_migrations"),
          new CommandSignal("Rails", "rake", "db:abort_if_pending_migrations"),
          new CommandSignal("Prisma", "prisma", "migrate", "status"),
          new CommandSignal("alembic", "alembic", "current", "--check-heads"),
          new CommandSignal("Flyway", "flyway", "validate"),
          new CommandSignal("Kong", "kong", "migrations", "list"),
          new CommandSignal("Airflow", "airflow", "db", "check-migrations"));

  private SchemaChecks() {}
}
