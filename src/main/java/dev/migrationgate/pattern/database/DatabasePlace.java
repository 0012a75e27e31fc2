package dev.migrationgate.pattern.database;

import dev.migrationgate.pattern.pod.CommandLine;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.pod.Environment;
import dev.migrationgate.pattern.shell.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A database that a container certainly knows, with host and name.
 *
 * @param setting what tells it: a variable, or an option of its command
 * @param address a URL; may hold a password
 */
public record DatabasePlace(String setting, String address) {
  private static final Set<String> SCHEMES =
      Set.of(
          "postgres",
          "postgresql",
          "pgx",
          "pgx5",
          "mysql",
          "mariadb",
          "sqlserver",
          "mongodb",
          "cockroach",
          "cockroachdb",
          "crdb");

  private static final Set<String> CLIENTS =
      Set.of("psql", "pg_dump", "mysql", "mariadb", "sqlcmd", "usql");

  /** What the environment tells: whole addresses, or the one host and the one name. */
  public static List<DatabasePlace> of(Environment environment) {
    List<DatabasePlace> places = new ArrayList<>();
    List<String> hosts = new ArrayList<>();
    List<String> databases = new ArrayList<>();
    for (String name : environment.variables().keySet()) {
      Optional<String> text = environment.text(name);
      if (!DatabaseAddress.isSetting(name) || text.isEmpty()) {
        continue;
      }
      if (isAddress(text.get())) {
        places.add(new DatabasePlace(name, text.get()));
      } else if (DatabaseAddress.isHost(name)) {
        hosts.add(name);
      } else if (DatabaseAddress.isDatabase(name)) {
        databases.add(name);
      }
    }
    if (hosts.size() == 1 && databases.size() == 1) {
      String host = environment.text(hosts.get(0)).orElse("");
      String database = environment.text(databases.get(0)).orElse("");
      places.add(new DatabasePlace(hosts.get(0), "postgresql://" + host + "/" + database));
    }
    return places;
  }

  /**
   * What the command line tells: a URL in an option, before the command or exported, or the host
   * and the name that a client gets.
   */
  public static List<DatabasePlace> of(Container container) {
    List<DatabasePlace> places = new ArrayList<>();
    for (ShellCommand command : CommandLine.of(container).commands()) {
      List<String> words = command.words();
      for (int i = 0; i < words.size(); i++) {
        String word = words.get(i);
        int equals = word.indexOf('=');
        if (isAddress(word)) {
          String before = i > 0 && words.get(i - 1).startsWith("-") ? words.get(i - 1) : "";
          places.add(new DatabasePlace(before, word));
        } else if (equals > 0 && isAddress(word.substring(equals + 1))) {
          places.add(new DatabasePlace(word.substring(0, equals), word.substring(equals + 1)));
        }
      }
      if (CLIENTS.contains(command.program())) {
        String host = option(command.call(), "-h", "--host");
        String database = option(command.call(), "-d", "--dbname");
        if (!host.isEmpty() && !database.isEmpty() && !isAddress(database)) {
          places.add(new DatabasePlace("-h", "postgresql://" + host + "/" + database));
        }
      }
    }
    return places;
  }

  /** True when both certainly are one database. */
  public boolean isSame(DatabasePlace other) {
    return DatabaseAddress.agree(address, other.address);
  }

  /** True when the two certainly are on different hosts, or have different names. */
  public boolean differs(DatabasePlace other) {
    return DatabaseAddress.differ(setting, address, other.address);
  }

  private static boolean isAddress(String text) {
    int at = text.indexOf("://");
    return at > 0 && isScheme(DatabaseAddress.kind(text.substring(0, at)));
  }

  /** True for the scheme of an address that begins with a host and ends with a database's name. */
  static boolean isScheme(String scheme) {
    return SCHEMES.contains(scheme);
  }

  private static String option(List<String> words, String brief, String full) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if ((word.equals(brief) || word.equals(full)) && i + 1 < words.size()) {
        return words.get(i + 1);
      }
      if (word.startsWith(full + "=")) {
        return word.substring(full.length() + 1);
      }
      if (word.startsWith(brief) && !word.startsWith("--") && word.length() > brief.length()) {
        return word.substring(brief.length());
      }
    }
    return "";
  }
}
