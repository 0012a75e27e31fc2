package dev.migrationgate.pattern;

import java.util.Locale;
import java.util.Set;

/** What of an environment says which database is meant. */
public final class DatabaseAddress {
  private static final Set<String> PARTS =
      Set.of(
          "DB", "DATABASE", "PG", "PGHOST", "PGPORT", "PGDATABASE", "PGUSER", "PGPASSWORD",
          "POSTGRES", "POSTGRESQL", "MYSQL", "MARIADB", "MONGO", "MONGODB", "DATASOURCE", "JDBC",
          "DSN", "SQLALCHEMY", "GOOSE", "FLYWAY", "LIQUIBASE");

  private static final Set<String> PLACES =
      Set.of("HOST", "HOSTNAME", "PORT", "NAME", "DATABASE", "SERVER", "ADDR", "ADDRESS", "PGHOST",
          "PGPORT", "PGDATABASE", "DB");

  private DatabaseAddress() {}

  /** True for a variable whose name says that it tells how to reach a database. */
  public static boolean isSetting(String name) {
    for (String part : name.toUpperCase(Locale.ROOT).split("_", -1)) {
      if (PARTS.contains(part)) {
        return true;
      }
    }
    return false;
  }

  /** True when two values of one variable certainly mean different hosts, ports or databases. */
  public static boolean differ(String name, String value, String other) {
    int at = value.indexOf("://");
    int otherAt = other.indexOf("://");
    if (at > 0 && otherAt > 0) {
      return !place(value, at + 3).equals(place(other, otherAt + 3));
    }
    String last = name.substring(name.lastIndexOf('_') + 1).toUpperCase(Locale.ROOT);
    return PLACES.contains(last) && !value.equals(other);
  }

  /** Host, port and path of a URL: credentials and options may well differ. */
  private static String place(String url, int from) {
    int end = url.indexOf('?', from);
    String rest = end < 0 ? url.substring(from) : url.substring(from, end);
    return rest.substring(rest.lastIndexOf('@') + 1);
  }
}
