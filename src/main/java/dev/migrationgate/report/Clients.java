package dev.migrationgate.report;

/**
 * Which client of a database a line calls: {@code -p} is a password for some and a port for others.
 */
public final class Clients {
  private boolean mysql;
  private boolean mongo;
  private boolean sqlcmd;
  private boolean redis;

  /** Looks at a word of a command, which may be the path of its program. */
  public void see(String word) {
    see(word, word.lastIndexOf('/') + 1, word.length());
  }

  /** Looks at a word in a text. */
  void see(String text, int start, int end) {
    mysql |= names(text, start, end, "mysql") || names(text, start, end, "mariadb");
    mongo |= names(text, start, end, "mongo");
    sqlcmd |= names(text, start, end, "sqlcmd") || names(text, start, end, "bcp");
    redis |= names(text, start, end, "redis-cli") || names(text, start, end, "valkey-cli");
  }

  /** A command goes on where a backslash stands at the end of its line. */
  void endLine(boolean goesOn) {
    if (!goesOn) {
      mysql = false;
      mongo = false;
      sqlcmd = false;
      redis = false;
    }
  }

  /** True where a password follows this option, which is named without its dash. */
  public boolean takes(String option) {
    return switch (option) {
      case "p" -> mysql || mongo;
      case "P" -> sqlcmd;
      case "a" -> redis;
      default -> false;
    };
  }

  /** True where a password is part of the word, as in {@code mysql -phunter2}. */
  boolean joins(String option) {
    return option.length() > 1
        && ((mysql && option.charAt(0) == 'p') || (sqlcmd && option.charAt(0) == 'P'));
  }

  private static boolean names(String text, int start, int end, String client) {
    return end - start >= client.length() && text.startsWith(client, start);
  }
}
