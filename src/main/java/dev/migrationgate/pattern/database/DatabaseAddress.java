package dev.migrationgate.pattern.database;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What of an environment says which database is meant. */
public final class DatabaseAddress {
  private static final Set<String> PARTS =
      Set.of(
          "DB",
          "DATABASE",
          "PG",
          "PGHOST",
          "PGPORT",
          "PGDATABASE",
          "PGUSER",
          "PGPASSWORD",
          "POSTGRES",
          "POSTGRESQL",
          "MYSQL",
          "MARIADB",
          "MONGO",
          "MONGODB",
          "DATASOURCE",
          "JDBC",
          "DSN",
          "SQLALCHEMY",
          "GOOSE",
          "FLYWAY",
          "LIQUIBASE",
          "ORACLE",
          "MSSQL",
          "SQLSERVER",
          "COCKROACHDB",
          "TIMESCALEDB",
          "CASSANDRA",
          "SCYLLA");

  /** What stands in front of .NET's {@code …ConnectionString} where it is a database's. */
  private static final List<String> OF_DATABASES =
      List.of("SQL", "DB", "DATABASE", "POSTGRES", "MARIADB", "MONGO", "ORACLE");

  private static final Set<String> PLACES =
      Set.of(
          "HOST",
          "HOSTNAME",
          "PORT",
          "NAME",
          "DATABASE",
          "SERVER",
          "ADDR",
          "ADDRESS",
          "PGHOST",
          "PGPORT",
          "PGDATABASE",
          "DB");

  /** Last words of variables that hold a whole address. */
  private static final Set<String> WHOLE =
      Set.of("URL", "URI", "DSN", "STRING", "DATASOURCE", "JDBC", "DBSTRING");

  /** Last words of variables that hold who asks. */
  private static final Set<String> CREDENTIALS =
      Set.of("USER", "USERNAME", "PASSWORD", "PASS", "PWD", "PGUSER", "PGPASSWORD");

  /** What else has hosts, addresses and numbered databases. */
  private static final Set<String> OTHER_SERVICES =
      Set.of(
          "SENTRY",
          "REDIS",
          "CACHE",
          "CELERY",
          "RABBITMQ",
          "AMQP",
          "KAFKA",
          "ELASTICSEARCH",
          "SERVICEBUS",
          "EVENTHUB",
          "BLOBSTORAGE",
          "AZUREWEBJOBSSTORAGE");

  private static final String CONNECTION_STRING = "CONNECTIONSTRING";

  private DatabaseAddress() {}

  /** True for a variable whose name says that it tells which database, and where. */
  public static boolean isSetting(String name) {
    if (!isWhole(name) && !PLACES.contains(last(name))) {
      return false;
    }
    return namesDatabase(name);
  }

  private static boolean namesDatabase(String name) {
    boolean database = isConnectionString(name);
    for (String part : name.toUpperCase(Locale.ROOT).split("_", -1)) {
      if (OTHER_SERVICES.contains(part)) {
        return false;
      }
      database |= PARTS.contains(part) || isDatabaseConnection(part);
    }
    return database;
  }

  /** True for a setting that is a whole address, such as a URL. */
  static boolean isWhole(String name) {
    // Airflow's AIRFLOW__DATABASE__SQL_ALCHEMY_CONN.
    return WHOLE.contains(last(name))
        || name.endsWith("SQL_ALCHEMY_CONN")
        || last(name).endsWith(CONNECTION_STRING)
        || isConnectionString(name);
  }

  /** .NET's {@code ConnectionStrings__Shop}: mostly a database, unless it names something else. */
  private static boolean isConnectionString(String name) {
    return name.startsWith("ConnectionStrings__");
  }

  /** {@code PostgreSqlConnectionString}, but not that of a queue or of files. */
  private static boolean isDatabaseConnection(String part) {
    if (part.endsWith(CONNECTION_STRING)) {
      for (String database : OF_DATABASES) {
        if (part.startsWith(database) || part.endsWith(database + CONNECTION_STRING)) {
          return true;
        }
      }
    }
    return false;
  }

  /** True for a variable whose name says that it is the user, or the password, of a database. */
  public static boolean isCredential(String name) {
    return CREDENTIALS.contains(last(name)) && namesDatabase(name);
  }

  /** True for a setting that tells at least the host. */
  public static boolean isAddressed(String name) {
    return isSetting(name) && (isWhole(name) || isHost(name));
  }

  /** True for a Secret whose name says that it is a database's, such as {@code shop-db-root}. */
  public static boolean isNamedIn(String name) {
    return namesDatabase(name.replace('-', '_').replace('.', '_'));
  }

  /** True for a setting that is the host alone. */
  static boolean isHost(String name) {
    String last = last(name);
    return last.endsWith("HOST") || last.equals("SERVER") || last.equals("HOSTNAME");
  }

  /** True for a setting that is the database's name alone. */
  static boolean isDatabase(String name) {
    String last = last(name);
    return last.equals("NAME") || last.endsWith("DATABASE") || last.equals("DB");
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('_') + 1).toUpperCase(Locale.ROOT);
  }

  /**
   * True when two values of one variable certainly mean different hosts, ports or databases. A
   * {@code $(NAME)} in one of them stands for anything.
   */
  public static boolean differ(String name, String value, String other) {
    int at = value.indexOf("://");
    int otherAt = other.indexOf("://");
    if (at > 0 && otherAt > 0) {
      String place = place(value, at + 3);
      String otherPlace = place(other, otherAt + 3);
      return !isOpen(place)
          && !isOpen(otherPlace)
          && !samePlace(place, otherPlace, value.substring(0, at));
    }
    if (isOpen(value) || isOpen(other)) {
      return false;
    }
    // A migration goes past the pooler that its service uses, and should.
    if (isPooler(value) || isPooler(other) || isPoolerPort(name, value, other)) {
      return false;
    }
    if (isHost(name)) {
      return !sameHost(value, other);
    }
    return PLACES.contains(last(name)) && !value.equals(other);
  }

  /** True when two values are URLs of certainly the same host, port and database. */
  public static boolean agree(String value, String other) {
    int at = value.indexOf("://");
    int otherAt = other.indexOf("://");
    if (at <= 0 || otherAt <= 0) {
      return false;
    }
    String place = place(value, at + 3);
    String otherPlace = place(other, otherAt + 3);
    return !isOpen(place)
        && !isOpen(otherPlace)
        && samePlace(place, otherPlace, value.substring(0, at));
  }

  /** What a kubelet or a shell is still to put in. */
  private static boolean isOpen(String text) {
    return text.indexOf('$') >= 0;
  }

  /** The host that a setting names, without its port; empty where it names none. */
  static String host(String name, String value) {
    int at = value.indexOf("://");
    if (at < 0 && !isHost(name)) {
      return "";
    }
    String authority = at < 0 ? value : place(value, at + 3);
    int slash = authority.indexOf('/');
    String host = slash < 0 ? authority : authority.substring(0, slash);
    int colon = host.lastIndexOf(':');
    return colon < 0 ? host : host.substring(0, colon);
  }

  private static boolean samePlace(String one, String other, String scheme) {
    String authority = authority(one, scheme);
    String otherAuthority = authority(other, scheme);
    boolean pooled = isPooler(authority) || isPooler(otherAuthority);
    return database(one).equals(database(other))
        && (pooled || sameAuthority(authority, otherAuthority));
  }

  /** Empty where a URL ends with its host. */
  private static String database(String place) {
    int slash = place.indexOf('/');
    return slash < 0 ? "" : place.substring(slash + 1);
  }

  private static String authority(String place, String scheme) {
    int slash = place.indexOf('/');
    String authority = slash < 0 ? place : place.substring(0, slash);
    if (authority.indexOf(':') >= 0) {
      return authority;
    }
    return switch (kind(scheme)) {
      case "postgres", "postgresql", "pgx", "pgx5" -> authority + ":5432";
      case "mysql", "mariadb" -> authority + ":3306";
      case "mongodb" -> authority + ":27017";
      default -> authority;
    };
  }

  /** {@code jdbc:postgresql} and {@code postgresql+asyncpg} are {@code postgresql}. */
  static String kind(String scheme) {
    String plain = scheme.startsWith("jdbc:") ? scheme.substring("jdbc:".length()) : scheme;
    int plus = plain.indexOf('+');
    return plus < 0 ? plain : plain.substring(0, plus);
  }

  private static boolean isPooler(String authority) {
    return authority.endsWith(":6432")
        || authority.contains("pool")
        || authority.contains("bouncer");
  }

  private static boolean isPoolerPort(String name, String value, String other) {
    return last(name).endsWith("PORT") && (value.equals("6432") || other.equals("6432"));
  }

  private static boolean sameAuthority(String one, String other) {
    int colon = one.lastIndexOf(':');
    int otherColon = other.lastIndexOf(':');
    if (colon < 0 || otherColon < 0) {
      return sameHost(one, other);
    }
    return one.substring(colon).equals(other.substring(otherColon))
        && sameHost(one.substring(0, colon), other.substring(0, otherColon));
  }

  /**
   * A Service has a short name and longer ones: {@code db}, {@code db.shop}, {@code db.shop.svc}.
   */
  private static boolean sameHost(String one, String other) {
    return one.equals(other) || one.startsWith(other + ".") || other.startsWith(one + ".");
  }

  /** Host, port and path of a URL: credentials and options may well differ. */
  static String place(String url, int from) {
    int end = url.indexOf('?', from);
    String rest = end < 0 ? url.substring(from) : url.substring(from, end);
    return rest.substring(rest.lastIndexOf('@') + 1);
  }
}
