package dev.migrationgate.pattern.migration;

import dev.migrationgate.pattern.pod.CommandLine;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.shell.CommandSignal;
import dev.migrationgate.pattern.shell.CommandSignals;
import dev.migrationgate.pattern.shell.ShellCommand;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A command that deletes data before, or instead of, migrating.
 *
 * @param text the words that say so, without other arguments
 * @param word the word of the container's command line in which the last of them stands
 */
public record Destruction(String text, Container.Word word) {
  private static final CommandSignals COMMANDS =
      new CommandSignals(
          List.of(
              new CommandSignal("Prisma", "prisma", "migrate", "reset"),
              new CommandSignal("Prisma", "prisma", "db", "push", "--accept-data-loss"),
              new CommandSignal("Prisma", "prisma", "db", "push", "--force-reset"),
              new CommandSignal("Rails", "rails", "db:schema:load"),
              new CommandSignal("Rails", "rake", "db:schema:load"),
              new CommandSignal("Django", "manage.py", "flush"),
              new CommandSignal("Django", "manage.py", "reset_db"),
              new CommandSignal("alembic", "alembic", "downgrade", "base"),
              new CommandSignal("Flyway", "flyway", "clean"),
              new CommandSignal("Liquibase", "liquibase", "drop-all"),
              new CommandSignal("Liquibase", "liquibase", "dropAll"),
              new CommandSignal("golang-migrate", "migrate", "drop"),
              new CommandSignal("dbmate", "dbmate", "drop"),
              new CommandSignal("goose", "goose", "reset"),
              new CommandSignal("Atlas", "atlas", "schema", "clean"),
              new CommandSignal("SQLx", "sqlx", "database", "drop"),
              new CommandSignal("SQLx", "sqlx", "database", "reset"),
              new CommandSignal("Diesel", "diesel", "database", "reset"),
              new CommandSignal("SeaORM", "sea-orm-cli", "migrate", "fresh"),
              new CommandSignal("SeaORM", "sea-orm-cli", "migrate", "reset"),
              new CommandSignal("SeaORM", "sea-orm-cli", "migrate", "refresh"),
              new CommandSignal("Ecto", "mix", "ecto.drop"),
              new CommandSignal("Ecto", "mix", "ecto.reset"),
              new CommandSignal("EF Core", "dotnet", "ef", "database", "drop"),
              new CommandSignal("Airflow", "airflow", "db", "reset"),
              new CommandSignal("Kong", "kong", "migrations", "reset"),
              new CommandSignal("PostgreSQL", "dropdb")));

  /** Words that mean it whatever program or script runner they are given to. */
  private static final Set<String> WORDS =
      Set.of(
          "db:reset",
          "db:drop",
          "db:wipe",
          "db:fresh",
          "db:migrate:reset",
          "db:schema:reset",
          "migrate:fresh",
          "migrate:reset",
          "migrate:refresh",
          "migration:fresh",
          "schema:drop",
          "doctrine:database:drop",
          "doctrine:schema:drop");

  private static final List<String> SQL = List.of("DROP DATABASE", "DROP SCHEMA", "DROP TABLE");

  /** The first such command of a container. */
  public static Optional<Destruction> in(Container container) {
    for (ShellCommand command : CommandLine.of(container).commands()) {
      Optional<String> found = textOf(command);
      if (found.isPresent() && !onlyPrints(command)) {
        return Optional.of(new Destruction(found.get(), wordOf(container, found.get())));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> textOf(ShellCommand command) {
    Optional<CommandSignal> signal = COMMANDS.in(command.words());
    if (signal.isPresent()) {
      return Optional.of(String.join(" ", signal.get().words()));
    }
    for (String word : command.words()) {
      if (WORDS.contains(word)) {
        return Optional.of(word);
      }
    }
    String all = String.join(" ", command.words()).toUpperCase(Locale.ROOT);
    for (String statement : SQL) {
      if (all.contains(statement)) {
        return Optional.of(statement);
      }
    }
    return Optional.empty();
  }

  private static boolean onlyPrints(ShellCommand command) {
    String program = command.words().get(0);
    return (program.equals("echo") || program.equals("printf")) && !command.operator().equals("|");
  }

  private static Container.Word wordOf(Container container, String text) {
    String last = text.substring(text.lastIndexOf(' ') + 1).toUpperCase(Locale.ROOT);
    List<Container.Word> words = container.words();
    for (Container.Word word : words) {
      if (word.text().toUpperCase(Locale.ROOT).contains(last)) {
        return word;
      }
    }
    return words.get(0);
  }
}
