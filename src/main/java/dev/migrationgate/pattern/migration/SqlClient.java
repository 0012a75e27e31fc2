package dev.migrationgate.pattern.migration;

import dev.migrationgate.pattern.shell.ShellCommand;
import dev.migrationgate.pattern.shell.ShellInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A client of a database that a command starts. Most go on to the next statement where one has
 * failed, and end with 0, unless they are told to stop:
 *
 * <ul>
 *   <li>psql 15.18 ends with 0 after statements of {@code -f}, of its input and of {@code -c '\i
 *       FILE'}, with {@code -1} too, which only rolls back; with 1 after {@code -c}, of several the
 *       last; with 3 once ON_ERROR_STOP is on (psql, Exit Status, Variables). {@code -v
 *       ON_ERROR_STOP} without a value takes it away. It stops with 2 where PGOPTIONS or a
 *       statement sets exit_on_error.
 *   <li>mariadb 10.11.19 stops with 1 in its input, goes on and ends with 0 there with {@code
 *       --force}, and in {@code -e 'source FILE'} without {@code --abort-source-on-error}. The
 *       mysql of MySQL does so with {@code --force} alone (client/mysql.cc, com_source).
 *   <li>sqlcmd ends with 0 without {@code -b}, unless {@code -V} is set or a script says {@code :on
 *       error exit} (sqlcmd utility, Miscellaneous options).
 *   <li>sqlplus continues by default (SQL*Plus User's Guide, WHENEVER SQLERROR), and EXIT without a
 *       value is EXIT SUCCESS.
 * </ul>
 *
 * <p>sqlite3 3.40.1 and duckdb 1.5.6 end with 1 after a failed statement of their input.
 */
final class SqlClient {
  private static final String STOP = "ON_ERROR_STOP";

  private final ShellCommand command;
  private final String program;
  private final ClientOptions options;

  private SqlClient(ShellCommand command, String program) {
    this.command = command;
    this.program = program;
    List<String> call = command.call();
    this.options =
        switch (program) {
          case "psql", "ysqlsh" -> new ClientOptions(call, "cdfFhLopPRTUv", "");
          case "mysql", "mariadb" -> new ClientOptions(call, "eDhPSu", "p#");
          case "sqlcmd" -> new ClientOptions(call, "SUPdioQqvltshwaHKyYVmMcfzZD", "rkpXN");
          default -> new ClientOptions(call, "CFLMR", "");
        };
  }

  /** The client that a command starts, empty where it is none of those that may go on. */
  static Optional<SqlClient> of(ShellCommand command) {
    String program = command.program();
    return isOne(program) ? Optional.of(new SqlClient(command, program)) : Optional.empty();
  }

  /** True for the name of one. */
  static boolean isOne(String program) {
    return switch (program) {
      case "psql", "ysqlsh", "mysql", "mariadb", "sqlcmd", "sqlplus" -> true;
      default -> false;
    };
  }

  /** The files and texts of which a failed statement need not end it, in their order. */
  List<ShellInput> given() {
    List<ShellInput> given = new ArrayList<>();
    for (int i = 0; i < options.size(); i++) {
      Optional<ShellInput> input = inputOf(options.name(i), options.value(i), i);
      if (input.isPresent()) {
        given.add(input.get());
      }
    }
    String statements = isPostgres() ? "c" : isMySql() ? "e" : "Q";
    if (given.isEmpty() && !options.has(statements) && command.input().given()) {
      given.add(command.input());
    }
    return given;
  }

  private Optional<ShellInput> inputOf(String option, String value, int index) {
    return switch (program + " " + option) {
      case "psql f", "ysqlsh f", "sqlcmd i" -> Optional.of(fileOf(value));
      case "psql c", "ysqlsh c" -> ofCommand(value, index);
      case "mysql e", "mariadb e" -> sourcedBy(value);
      case "sqlcmd Q" -> Optional.of(ShellInput.ofText(value));
      case "sqlplus " -> startedBy(value);
      default -> Optional.empty();
    };
  }

  /** What makes it stop at an error, empty where it does. */
  Optional<String> remedy() {
    return switch (program) {
      case "psql", "ysqlsh" ->
          stops() ? Optional.empty() : Optional.of("give " + program + " -v ON_ERROR_STOP=1");
      case "mysql", "mariadb" -> remedyOfMySql();
      case "sqlcmd" ->
          options.has("b") || options.has("V") ? Optional.empty() : Optional.of("give sqlcmd -b");
      default -> Optional.of("begin what sqlplus reads with WHENEVER SQLERROR EXIT FAILURE");
    };
  }

  /** True where a text makes it stop at an error, or ends it with a status of its own. */
  boolean isStoppedBy(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return switch (program) {
      case "psql", "ysqlsh" ->
          text.contains("\\set") && text.contains(STOP)
              || lower.contains("exit_on_error")
              || lower.replace("no-psqlrc", "").contains("psqlrc");
      case "sqlcmd" -> lower.contains(":on error exit") || lower.contains("exit(");
      case "sqlplus" -> lower.contains("whenever sqlerror") || lower.contains("sqlcode");
      default -> false;
    };
  }

  /** True for what a variable may bring to its command line that makes it stop. */
  boolean isStoppedByOption(String value) {
    return isPostgres() && value.contains(STOP);
  }

  /** True for statements that change a schema, and for what reads a file that may hold some. */
  boolean tellsOfSchema(String text) {
    if (SchemaWork.statementIn(text).isPresent()) {
      return true;
    }
    for (String file : filesIn(text)) {
      if (SchemaWork.isForSchema(file)) {
        return true;
      }
    }
    return false;
  }

  /** The files that a text has it read. */
  List<String> filesIn(String text) {
    List<String> files = new ArrayList<>();
    String[] includes =
        isPostgres()
            ? new String[] {"\\i ", "\\ir ", "\\include "}
            : new String[] {"@", "start ", ":r "};
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      end = end < 0 ? text.length() : end;
      String line = text.substring(from, end).trim();
      for (String include : includes) {
        if (line.startsWith(include)) {
          files.add(line.substring(include.length()).trim());
        }
      }
      from = end + 1;
    }
    return files;
  }

  /**
   * True where what is in sight decides whether it goes on.
   *
   * @param bare true where the image brings no startup file of its own
   */
  boolean isCertain(boolean bare) {
    for (String word : command.call()) {
      if (mayHoldOptions(word)) {
        return false;
      }
    }
    return switch (program) {
      case "psql" -> (bare || options.has("X")) && !options.has("c");
      case "mysql", "mariadb" -> options.has("f");
      default -> false;
    };
  }

  /** True where no statement can make it stop. */
  boolean heedsNoStatement() {
    return isMySql();
  }

  /** {@code "$@"} and {@code $PSQL_OPTS}, but not {@code $DATABASE_URL}. */
  private static boolean mayHoldOptions(String word) {
    String upper = word.toUpperCase(Locale.ROOT);
    return word.startsWith("$")
        && (word.indexOf('@') > 0
            || word.indexOf('*') > 0
            || upper.contains("OPT")
            || upper.contains("ARG")
            || upper.contains("FLAG"));
  }

  private boolean isPostgres() {
    return program.equals("psql") || program.equals("ysqlsh");
  }

  private boolean isMySql() {
    return program.equals("mysql") || program.equals("mariadb");
  }

  /** The last value counts; what is neither on nor off is refused at the start. */
  private boolean stops() {
    boolean stops = false;
    for (String word : command.call()) {
      int at = word.indexOf(STOP);
      if (at >= 0) {
        String value = word.substring(at + STOP.length());
        stops = value.startsWith("=") ? !isOff(value.substring(1)) : word.indexOf(' ') >= 0;
      }
    }
    return stops;
  }

  private static boolean isOff(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "0", "off", "of", "false", "f", "no", "n" -> true;
      default -> false;
    };
  }

  private Optional<String> remedyOfMySql() {
    int force = options.lastOf("f");
    boolean forced =
        force > Math.max(options.lastOf("--skip-force"), options.lastOf("--disable-force"))
            && !isOff(options.value(force));
    if (forced) {
      return given().isEmpty()
          ? Optional.empty()
          : Optional.of("take --force away from " + program);
    }
    boolean sources = program.equals("mariadb") && options.has("e") && !given().isEmpty();
    return sources && !options.has("--abort-source-on-error")
        ? Optional.of("give mariadb --abort-source-on-error")
        : Optional.empty();
  }

  /** {@code -f -} reads what is given to the command. */
  private ShellInput fileOf(String file) {
    boolean isInput = file.equals("-") || file.equals("/dev/stdin");
    return isInput && command.input().given() ? command.input() : ShellInput.ofFile(file);
  }

  /** {@code -c '\i FILE'}, and each {@code -c} that is not the last. */
  private Optional<ShellInput> ofCommand(String text, int index) {
    String trimmed = text.trim();
    if (trimmed.startsWith("\\i ") || trimmed.startsWith("\\ir ")) {
      return Optional.of(ShellInput.ofFile(trimmed.substring(trimmed.indexOf(' ')).trim()));
    }
    boolean last = index == Math.max(options.lastOf("f"), options.lastOf("c"));
    return last || options.has("1") ? Optional.empty() : Optional.of(ShellInput.ofText(text));
  }

  /** {@code -e 'source FILE'} and {@code -e '\. FILE'}. */
  private static Optional<ShellInput> sourcedBy(String text) {
    String trimmed = text.trim();
    boolean sources = trimmed.toLowerCase(Locale.ROOT).startsWith("source ");
    if (!sources && !trimmed.startsWith("\\. ")) {
      return Optional.empty();
    }
    String file = trimmed.substring(trimmed.indexOf(' ')).trim();
    int end = file.indexOf(';');
    return Optional.of(ShellInput.ofFile(end < 0 ? file : file.substring(0, end)));
  }

  /** {@code @FILE}. */
  private static Optional<ShellInput> startedBy(String operand) {
    int from = operand.startsWith("@@") ? 2 : 1;
    return operand.startsWith("@") && operand.length() > from
        ? Optional.of(ShellInput.ofFile(operand.substring(from)))
        : Optional.empty();
  }
}
