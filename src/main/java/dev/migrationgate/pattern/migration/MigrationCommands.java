package dev.migrationgate.pattern.migration;

import dev.migrationgate.pattern.shell.CommandSignal;
import dev.migrationgate.pattern.shell.FailingCommands;
import dev.migrationgate.pattern.shell.ShellCommand;
import dev.migrationgate.pattern.shell.ShellInput;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells which commands of a script migrate: those of known tools; only where there are none, those
 * that say so; and only where nothing does, the clients of a database that are given a file.
 */
final class MigrationCommands implements FailingCommands {
  /** Programs that only speak of a command, or look for it. */
  private static final Set<String> SPEAKERS =
      Set.of(
          "echo", "printf", "log", "info", "warn", "error", "die", "logger", "which", "type",
          "hash", "grep", "cat", "[", "[[", "test", "trap", "export", "set", "-v");

  /** Programs that migrate nothing, whatever stands in their arguments. */
  private static final Set<String> BYSTANDERS =
      Set.of(
          "cd",
          "ls",
          "cp",
          "mv",
          "ln",
          "mkdir",
          "rmdir",
          "rm",
          "chmod",
          "chown",
          "touch",
          "tar",
          "unzip",
          "gunzip",
          "curl",
          "wget",
          "git",
          "apk",
          "apt",
          "apt-get",
          "yum",
          "dnf",
          "microdnf",
          "pip",
          "pip3",
          "gem",
          "find",
          "sed",
          "awk",
          "head",
          "tail",
          "sort",
          "wc",
          "tr",
          "jq",
          "kubectl",
          "oc",
          "helm",
          "nc",
          "pg_isready",
          "psql",
          "pg_dump",
          "createdb",
          "mysql",
          "mysqldump",
          "mariadb",
          "mongosh",
          "redis-cli",
          "rsync",
          "scp",
          "aws",
          "gsutil",
          "gcloud",
          "az",
          "mc",
          "kill",
          "pkill",
          "wait",
          "source",
          ".",
          "local",
          "declare");

  /** What package managers are asked for besides running something. */
  private static final Set<String> PREPARING =
      Set.of("install", "ci", "add", "build", "restore", "compile");

  /** Programs of which the first argument is a script. */
  private static final Set<String> INTERPRETERS =
      Set.of("node", "python", "python3", "ruby", "php", "bun", "deno", "tsx", "ts-node", "perl");

  private static final List<String> SCRIPTS =
      List.of(".sh", ".py", ".js", ".ts", ".mjs", ".cjs", ".php", ".rb", ".pl", ".dll", ".jar");

  /** In an option: what stands in it, or behind it, is where something lies. */
  private static final List<String> PLACES =
      List.of("dir", "path", "table", "file", "folder", "source", "schema");

  private final boolean known;
  private final boolean said;

  /**
   * @param all the commands of the script
   */
  MigrationCommands(List<ShellCommand> all) {
    boolean called = false;
    boolean spoken = false;
    for (ShellCommand command : all) {
      called |= tool(command).isPresent();
      spoken |= spoken(command).isPresent();
    }
    this.known = called;
    this.said = spoken;
  }

  @Override
  public boolean include(ShellCommand command) {
    return name(command).isPresent();
  }

  /** What a command that migrates is called, without its arguments; empty for any other. */
  Optional<String> name(ShellCommand command) {
    return known ? tool(command) : said ? spoken(command) : client(command);
  }

  /** {@code psql -f 001_schema.sql}, {@code mysql < schema.sql}. */
  private static Optional<String> client(ShellCommand command) {
    Optional<SqlClient> client = SqlClient.of(command);
    for (ShellInput input : client.isPresent() ? client.get().given() : List.<ShellInput>of()) {
      if (SchemaWork.isForSchema(input.file()) || client.get().tellsOfSchema(input.text())) {
        return Optional.of(command.program());
      }
    }
    return Optional.empty();
  }

  private static Optional<String> tool(ShellCommand command) {
    Optional<CommandSignal> signal = MigrationSignals.COMMANDS.in(command.call());
    return signal.isEmpty()
            || SPEAKERS.contains(command.program())
            || MigrationDetector.onlyChecks(command.words())
        ? Optional.empty()
        : Optional.of(String.join(" ", signal.get().words()));
  }

  private static Optional<String> spoken(ShellCommand command) {
    List<String> call = command.call();
    String program = command.program();
    if (SPEAKERS.contains(program)
        || BYSTANDERS.contains(program)
        || call.size() > 1 && PREPARING.contains(call.get(1))
        || MigrationDetector.onlyChecks(call)) {
      return Optional.empty();
    }
    for (int i = 0; i < call.size(); i++) {
      String before = i > 0 && call.get(i - 1).startsWith("-") ? call.get(i - 1) : "";
      boolean isFile = call.get(i).indexOf('/') >= 0 && i > 0 && !INTERPRETERS.contains(program);
      if (says(call.get(i))
          && !MigrationWords.holdsAny(before, PLACES)
          && (!isFile || endsInOne(call.get(i), SCRIPTS))) {
        return Optional.of(call.get(i));
      }
    }
    return Optional.empty();
  }

  /** {@code db:migrate}, {@code ./migrate.sh}, {@code --migrate}, but no sentence and no folder. */
  private static boolean says(String word) {
    boolean plain = true;
    for (int i = 0; i < word.length(); i++) {
      plain &= " =$`'\"\n".indexOf(word.charAt(i)) < 0;
    }
    return plain
        && MigrationWords.areIn(word)
        && !MigrationWords.areNotRun(word)
        && !MigrationWords.onlyLook(word)
        && !MigrationWords.holdsAny(word, MigrationSignals.NEGATIONS)
        && !word.contains("://")
        && !word.endsWith("/")
        && !(word.startsWith("-") && MigrationWords.holdsAny(word, PLACES));
  }

  private static boolean endsInOne(String word, List<String> ends) {
    for (String end : ends) {
      if (word.endsWith(end)) {
        return true;
      }
    }
    return false;
  }
}
