package dev.migrationgate.report;

/**
 * Which client of a database a line calls: {@code -p} is a password for some and a port for others.
 * What takes a password in the same way counts as the one that is best known for it.
 */
public final class Clients {
  private boolean mysql;
  private boolean mongo;
  private boolean sqlcmd;
  private boolean openssl;
  private boolean ldap;
  private boolean redis;
  private boolean curl;
  private boolean oracle;
  private boolean login;

  /** Looks at a word of a command, which may be the path of its program. */
  public void see(String word) {
    see(word, word.lastIndexOf('/') + 1, word.length());
  }

  /** Looks at a word in a text. */
  void see(String text, int start, int end) {
    mysql |= names(text, start, end, "mysql") || names(text, start, end, "mariadb");
    mysql |= names(text, start, end, "sshpass") || names(text, start, end, "7z");
    mongo |= names(text, start, end, "mongo");
    sqlcmd |= names(text, start, end, "sqlcmd") || names(text, start, end, "bcp");
    sqlcmd |= names(text, start, end, "isql") || names(text, start, end, "osql");
    sqlcmd |= names(text, start, end, "tsql") || names(text, start, end, "zip");
    sqlcmd |= names(text, start, end, "unzip") || names(text, start, end, "ipmitool");
    openssl |= names(text, start, end, "openssl");
    ldap |= names(text, start, end, "ldap");
    curl |= names(text, start, end, "curl");
    oracle |= names(text, start, end, "sqlplus") || names(text, start, end, "sqlldr");
    oracle |= names(text, start, end, "impdp") || names(text, start, end, "expdp");
    login |= end - start == 5 && names(text, start, end, "login");
    login |= names(text, start, end, "cqlsh");
    redis |= names(text, start, end, "redis-cli") || names(text, start, end, "valkey-cli");
  }

  /** A command goes on where a backslash stands at the end of its line. */
  void endLine(boolean goesOn) {
    if (!goesOn) {
      mysql = false;
      mongo = false;
      sqlcmd = false;
      openssl = false;
      ldap = false;
      redis = false;
      curl = false;
      oracle = false;
      login = false;
    }
  }

  /** True where a password follows this option, which is named without its dash. */
  public boolean takes(String option) {
    return switch (option) {
      case "p" -> mysql || mongo || login;
      case "P" -> sqlcmd;
      case "k" -> openssl;
      case "w" -> ldap;
      case "a" -> redis;
      default -> false;
    };
  }

  /** True where a password is part of the word, as in {@code mysql -phunter2}. */
  boolean joins(String option) {
    return option.length() > 1
        && (((mysql || mongo) && option.charAt(0) == 'p') || (sqlcmd && option.charAt(0) == 'P'));
  }

  /** True where user and password are part of the word, as in {@code curl -uuser:hunter2}. */
  boolean joinsUser(String option) {
    return option.length() > 1 && curl && option.charAt(0) == 'u';
  }

  /** True where {@code user/password} logs in. */
  boolean takesLogins() {
    return oracle;
  }

  /**
   * Where the password begins within a word of a command, which may follow an option: {@code
   * -phunter2}, {@code user/hunter2@db}; -1 where none does.
   */
  public int passwordIn(String word, String before) {
    String option = word.startsWith("-") && !word.startsWith("--") ? word.substring(1) : "";
    if (joins(option)) {
      return 2;
    }
    if (before.equals("--from-literal")) {
      return behind(word, '=');
    }
    if (joinsUser(option)) {
      return behind(word, ':');
    }
    return oracle && option.isEmpty() && word.indexOf('@') != 0 ? behind(word, '/') : -1;
  }

  private static int behind(String word, char sign) {
    int at = word.indexOf(sign);
    return at > 0 && at + 1 < word.length() ? at + 1 : -1;
  }

  private static boolean names(String text, int start, int end, String client) {
    return end - start >= client.length() && text.startsWith(client, start);
  }
}
