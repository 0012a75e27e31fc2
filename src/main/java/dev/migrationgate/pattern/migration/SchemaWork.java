package dev.migrationgate.pattern.migration;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.pod.CommandLine;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.pod.PodTemplate;
import dev.migrationgate.pattern.shell.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Tells that a Job brings a schema although nothing in it speaks of a migration: it has statements
 * for tables, gives a file of them to a database's client, or starts a script for it.
 */
final class SchemaWork {
  /** One thing that speaks for it. */
  record Sign(int points, String reason) {}

  private static final int WORD = 2;
  private static final int HINT = 1;

  private static final List<String> STATEMENTS = List.of("CREATE TABLE", "ALTER TABLE");

  /** Programs that give statements to a database. */
  private static final Set<String> CLIENTS =
      Set.of(
          "psql",
          "ysqlsh",
          "mysql",
          "mariadb",
          "sqlite3",
          "sqlcmd",
          "sqlplus",
          "cqlsh",
          "clickhouse-client");

  private static final List<String> STATEMENT_FILES = List.of(".sql", ".cql", ".ddl");

  /** Parts of a file's name that say what its statements are for. */
  private static final List<String> TABLES = List.of("schema", "ddl", "table", "tables");

  private static final List<String> DATABASES = List.of("db", "database");

  /** What is done to a database or a schema, beside either word. */
  private static final List<String> BEGINNINGS =
      List.of(
          "init",
          "initial",
          "initialize",
          "initializer",
          "setup",
          "bootstrap",
          "prepare",
          "deploy",
          "apply",
          "refresh",
          "ensure");

  private static final List<String> IN_ONE = List.of("initdb", "dbinit");

  private static final List<String> UPGRADES = List.of("upgrade", "migrate");

  /** Parts of a name that tell of other schemas, or of what is no schema. */
  private static final Set<String> OTHERS =
      Set.of(
          "user",
          "users",
          "role",
          "roles",
          "grant",
          "grants",
          "extension",
          "extensions",
          "secret",
          "secrets",
          "credentials",
          "registry",
          "avro",
          "kafka",
          "graphql",
          "json",
          "proto",
          "index",
          "indices",
          "elasticsearch",
          "opensearch",
          "qdrant",
          "milvus",
          "weaviate",
          "ksql",
          "test",
          "tests",
          "e2e",
          "data",
          "fixtures");

  private SchemaWork() {}

  /** What speaks for it, in a Job of whose commands none runs a tool. */
  static List<Sign> of(Resource job, PodTemplate pod, MountedScripts scripts) {
    List<Sign> signs = new ArrayList<>();
    if (tellsOfSchema(job.name())) {
      signs.add(new Sign(HINT, "its name \"" + job.name() + "\" tells of a schema"));
    }
    for (Container container : pod.containers()) {
      Optional<Sign> sign = in(container, job, scripts);
      if (sign.isPresent()) {
        signs.add(sign.get());
      }
    }
    return signs;
  }

  private static Optional<Sign> in(Container container, Resource job, MountedScripts scripts) {
    for (Container.Word word : container.words()) {
      Optional<String> statement = statementIn(word.text());
      if (statement.isPresent()) {
        return Optional.of(new Sign(WORD, "its command says \"" + statement.get() + "\""));
      }
    }
    for (ShellCommand command : CommandLine.of(container).commands()) {
      Optional<Sign> sign =
          CLIENTS.contains(command.program())
              ? fileOf(command, container, job, scripts)
              : scriptOf(command);
      if (sign.isPresent()) {
        return sign;
      }
    }
    return Optional.empty();
  }

  /** True for a file of which the name tells of no other work; what is in it is not known. */
  static boolean isForSchema(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    return !file.isEmpty() && !tellsOfOthers(MigrationWords.parts(name));
  }

  /** The statement that makes or changes a table, as one would read it. */
  static Optional<String> statementIn(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    for (String statement : STATEMENTS) {
      if (upper.contains(statement)) {
        return Optional.of(statement);
      }
    }
    return Optional.empty();
  }

  /** {@code psql -f init.sql}, {@code mysql < schema.sql}; what the file says decides if known. */
  private static Optional<Sign> fileOf(
      ShellCommand command, Container container, Resource job, MountedScripts scripts) {
    for (String word : command.words()) {
      String file = word.substring(Math.max(word.lastIndexOf('<'), word.lastIndexOf('=')) + 1);
      if (!isStatementFile(file)) {
        continue;
      }
      Optional<String> text = scripts.text(file, container, job);
      Optional<String> statement = statementIn(text.orElse(""));
      if (statement.isPresent()) {
        return Optional.of(new Sign(WORD, "its file " + file + " says " + statement.get()));
      }
      List<String> parts = MigrationWords.parts(file.substring(file.lastIndexOf('/') + 1));
      if (text.isEmpty() && !tellsOfOthers(parts)) {
        int points = holdsAny(parts, TABLES) ? WORD : HINT;
        return Optional.of(new Sign(points, "its command gives " + file + " to a database"));
      }
    }
    return Optional.empty();
  }

  private static boolean isStatementFile(String file) {
    for (String ending : STATEMENT_FILES) {
      if (file.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  /** {@code skrift db upgrade} and {@code python init_db.py}. */
  private static Optional<Sign> scriptOf(ShellCommand command) {
    List<String> call = command.call();
    Optional<String> upgrade = upgradeIn(call);
    if (upgrade.isPresent()) {
      return Optional.of(new Sign(WORD, "its command says \"" + upgrade.get() + "\""));
    }
    boolean speaks = command.program().equals("echo") || command.program().equals("printf");
    for (String word : speaks ? List.<String>of() : call) {
      if (word.indexOf(' ') < 0 && word.indexOf('$') < 0 && tellsOfSchema(word)) {
        return Optional.of(new Sign(HINT, "its command starts \"" + word + "\""));
      }
    }
    return Optional.empty();
  }

  /** The words with which any program is told to bring its own schema: {@code db upgrade}. */
  static Optional<String> upgradeIn(List<String> call) {
    for (int i = 1; i + 1 < call.size(); i++) {
      if (DATABASES.contains(call.get(i)) && UPGRADES.contains(call.get(i + 1))) {
        return Optional.of(call.get(i) + " " + call.get(i + 1));
      }
    }
    return Optional.empty();
  }

  /** {@code shop-db-init}, {@code init_db.py}, {@code apply-schema.sh}, {@code shop-schema}. */
  private static boolean tellsOfSchema(String name) {
    List<String> parts = MigrationWords.parts(name);
    if (tellsOfOthers(parts)) {
      return false;
    }
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i);
      boolean last = i == parts.size() - 1;
      boolean named = DATABASES.contains(part) || part.equals("schema");
      boolean begins =
          i > 0 && begins(parts.get(i - 1), part) || !last && begins(parts.get(i + 1), part);
      if (IN_ONE.contains(part) || named && begins || last && i > 0 && part.equals("schema")) {
        return true;
      }
    }
    return false;
  }

  /** A schema is loaded; what is loaded into a database is data. */
  private static boolean begins(String part, String what) {
    return BEGINNINGS.contains(part) || part.equals("load") && what.equals("schema");
  }

  private static boolean tellsOfOthers(List<String> parts) {
    for (String part : parts) {
      if (OTHERS.contains(part)) {
        return true;
      }
    }
    return holdsAny(parts, MigrationSignals.OTHER_WORK);
  }

  private static boolean holdsAny(List<String> parts, List<String> words) {
    for (String part : parts) {
      if (words.contains(part)) {
        return true;
      }
    }
    return false;
  }
}
