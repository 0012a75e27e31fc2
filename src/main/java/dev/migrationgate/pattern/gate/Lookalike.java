package dev.migrationgate.pattern.gate;

import dev.migrationgate.pattern.pod.CommandLine;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.shell.CommandSignal;
import dev.migrationgate.pattern.shell.CommandSignals;
import dev.migrationgate.pattern.shell.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An init container that claims to wait for a migration, and waits for something else.
 *
 * @param command what it runs: {@code nc}, {@code flyway info}
 * @param reason what is wrong with it, a clause that follows the command
 */
public record Lookalike(Container container, String command, String reason) {

  /** Programs that ask whether something answers. */
  private static final Set<String> CONNECTS =
      Set.of(
          "pg_isready",
          "nc",
          "ncat",
          "netcat",
          "telnet",
          "nslookup",
          "dig",
          "host",
          "getent",
          "ping",
          "mysqladmin",
          "mariadb-admin",
          "wait-for-it",
          "wait-for-it.sh",
          "wait-for",
          "wait4x",
          "dockerize");

  /** Programs and keywords that do nothing to either. */
  private static final Set<String> FILLERS =
      Set.of(
          "",
          "echo",
          "printf",
          "sleep",
          "true",
          ":",
          "date",
          "set",
          "exit",
          "done",
          "fi",
          "do",
          "then",
          "else",
          "for",
          "break",
          "continue",
          "[",
          "[[",
          "test",
          "}",
          "export");

  /** Commands that look at the schema and tell nobody: what they exit with says nothing of it. */
  private static final CommandSignals LOOKS =
      new CommandSignals(
          List.of(
              new CommandSignal("ends well with migrations pending", "flyway", "info"),
              new CommandSignal("ends well with migrations pending", "liquibase", "status"),
              new CommandSignal("ends well with migrations pending", "manage.py", "showmigrations"),
              new CommandSignal("ends well with migrations pending", "goose", "status"),
              new CommandSignal("ends well with migrations pending", "rails", "db:migrate:status"),
              new CommandSignal("ends well with migrations pending", "sqlx", "migrate", "info"),
              new CommandSignal(
                  "compares the models with the database, so that any drift holds the pods for ever",
                  "alembic",
                  "check"),
              new CommandSignal(
                  "compares the models with the database, so that any drift holds the pods for ever",
                  "flask",
                  "db",
                  "check")));

  /** In a container's name: it claims to have to do with migrations. */
  private static final List<String> CLAIMS =
      List.of("migrat", "schema", "flyway", "liquibase", "alembic");

  /** The init containers of a workload that claim what they do not do. */
  public static List<Lookalike> of(Workload workload) {
    List<Lookalike> found = new ArrayList<>();
    for (Container container : workload.pod().initContainers()) {
      Optional<Lookalike> lookalike = in(container);
      if (claims(container) && lookalike.isPresent()) {
        found.add(lookalike.get());
      }
    }
    return found;
  }

  /** True for a command that asks whether something answers. */
  public static boolean connects(ShellCommand command) {
    return CONNECTS.contains(command.program());
  }

  /** True for a command that neither waits for something nor changes it. */
  public static boolean isFiller(ShellCommand command) {
    return FILLERS.contains(command.program()) && !calculates(command);
  }

  private static boolean claims(Container container) {
    String name = container.name().toLowerCase(Locale.ROOT);
    for (String word : CLAIMS) {
      if (name.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** Empty as soon as one command is not known: it may be the one that waits. */
  private static Optional<Lookalike> in(Container container) {
    Optional<Lookalike> found = Optional.empty();
    for (ShellCommand command : CommandLine.of(container).commands()) {
      Optional<Lookalike> own = of(container, command);
      if (own.isEmpty() && !isFiller(command)) {
        return Optional.empty();
      }
      found = found.isPresent() ? found : own;
    }
    return found;
  }

  private static Optional<Lookalike> of(Container container, ShellCommand command) {
    if (connects(command)) {
      return Optional.of(
          new Lookalike(
              container,
              command.program(),
              "says that something answers, nothing of the migration"));
    }
    Optional<CommandSignal> look = LOOKS.in(command.words());
    // A pipe hands what it prints to somebody who may well read it.
    return look.isPresent() && !command.operator().equals("|")
        ? Optional.of(
            new Lookalike(container, String.join(" ", look.get().words()), look.get().tool()))
        : Optional.empty();
  }

  /** {@code [ "$(psql …)" = 1 ]}. */
  private static boolean calculates(ShellCommand command) {
    for (String word : command.words()) {
      if (word.contains("$(") || word.indexOf('`') >= 0) {
        return !command.program().equals("echo");
      }
    }
    return false;
  }
}
