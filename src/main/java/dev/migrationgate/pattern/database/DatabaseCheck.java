package dev.migrationgate.pattern.database;

import dev.migrationgate.pattern.pod.CommandLine;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.shell.CommandSignal;
import dev.migrationgate.pattern.shell.CommandSignals;
import dev.migrationgate.pattern.shell.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The command that fails while the schema is behind, for a command that migrates it: what the same
 * tool offers in the same place.
 */
public final class DatabaseCheck {
  private static final List<Row> ROWS =
      List.of(
          new Row(List.of("manage.py", "migrate"), List.of("migrate", "--check")),
          new Row(List.of("manage", "migrate"), List.of("migrate", "--check")),
          new Row(List.of("django-admin", "migrate"), List.of("migrate", "--check")),
          new Row(List.of("rails", "db:migrate"), List.of("db:abort_if_pending_migrations")),
          new Row(List.of("rails", "db:prepare"), List.of("db:abort_if_pending_migrations")),
          new Row(List.of("rake", "db:migrate"), List.of("db:abort_if_pending_migrations")),
          new Row(List.of("prisma", "migrate", "deploy"), List.of("migrate", "status")),
          new Row(List.of("alembic", "upgrade"), List.of("current", "--check-heads")),
          new Row(List.of("flyway", "migrate"), List.of("validate")),
          new Row(List.of("dbmate", "up"), List.of("status", "--exit-code")),
          new Row(List.of("dbmate", "migrate"), List.of("status", "--exit-code")),
          new Row(List.of("artisan", "migrate"), List.of("migrate:status", "--pending=1")),
          new Row(
              List.of("console", "doctrine:migrations:migrate"),
              List.of("doctrine:migrations:up-to-date")),
          new Row(List.of("airflow", "db", "migrate"), List.of("db", "check-migrations")));

  /** Options that tell where the schema is, and so hold for the check too. */
  private static final List<String> KEPT =
      List.of("--schema", "--config", "--database", "--settings", "--pythonpath", "--env");

  /** What each of the rows migrates by. */
  private static final CommandSignals MIGRATING = signals();

  private DatabaseCheck() {}

  private static CommandSignals signals() {
    List<CommandSignal> signals = new ArrayList<>();
    for (Row row : ROWS) {
      signals.add(new CommandSignal("", row.migrates()));
    }
    return new CommandSignals(signals);
  }

  /**
   * A command that migrates, and what checks.
   *
   * @param migrates program and subcommand
   * @param checks what stands in the subcommand's place
   */
  private record Row(List<String> migrates, List<String> checks) {}

  /** The check's words, empty where the container's tool has none that fails. */
  public static Optional<List<String>> of(Container migrating) {
    for (ShellCommand command : CommandLine.of(migrating).commands()) {
      int row = MIGRATING.indexIn(command.words());
      if (row >= 0) {
        return Optional.of(check(command.call(), ROWS.get(row)));
      }
    }
    return Optional.empty();
  }

  private static List<String> check(List<String> words, Row row) {
    int program = 0;
    while (!lastPart(words.get(program)).equals(row.migrates().get(0))) {
      program++;
    }
    int from = program + 1;
    while (!words.get(from).equals(row.migrates().get(1))) {
      from++;
    }
    List<String> check = new ArrayList<>(words.subList(0, from));
    check.addAll(row.checks());
    for (int i = from; i < words.size(); i++) {
      int equals = words.get(i).indexOf('=');
      String option = equals < 0 ? words.get(i) : words.get(i).substring(0, equals);
      if (KEPT.contains(option)) {
        check.add(words.get(i));
        if (equals < 0 && i + 1 < words.size()) {
          check.add(words.get(i + 1));
        }
      }
    }
    return check;
  }

  private static String lastPart(String word) {
    return word.substring(word.lastIndexOf('/') + 1);
  }
}
