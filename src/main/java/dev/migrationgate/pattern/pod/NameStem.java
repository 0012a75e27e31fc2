package dev.migrationgate.pattern.pod;

import java.util.Locale;
import java.util.Set;

/** What is left of a name without its version, or without words that only tell a role. */
public final class NameStem {
  /** Words that part a migration's name or image from that of its application. */
  private static final Set<String> MIGRATION_WORDS =
      Set.of(
          "migration",
          "migrations",
          "migrate",
          "migrator",
          "db",
          "database",
          "schema",
          "job",
          "hook",
          "pre",
          "run",
          "upgrade",
          "flyway",
          "liquibase",
          "alembic",
          "efbundle",
          "goose",
          "dbmate",
          "prisma",
          "knex",
          "typeorm");

  private NameStem() {}

  /** The name without what looks like a version, hash or date at its end. */
  public static String of(String name) {
    int end = name.length();
    int dash = name.lastIndexOf('-');
    while (dash > 0 && isVersion(name.substring(dash + 1, end))) {
      end = dash;
      dash = name.lastIndexOf('-', end - 1);
    }
    return name.substring(0, end);
  }

  /** The name without words that say migration, whole ones between dashes or underscores. */
  public static String withoutMigration(String name) {
    StringBuilder rest = new StringBuilder();
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      boolean end = i == name.length() || name.charAt(i) == '-' || name.charAt(i) == '_';
      if (end) {
        String word = name.substring(start, i);
        if (!word.isEmpty() && !MIGRATION_WORDS.contains(word)) {
          rest.append(rest.length() > 0 ? "-" : "").append(word);
        }
        start = i + 1;
      }
    }
    return rest.toString();
  }

  /**
   * True for what people write as a version: {@code v4}, {@code 1.2.3}, {@code 20240102}, a commit,
   * {@code rc.1}, or a placeholder of one.
   */
  public static boolean isVersion(String part) {
    if (part.isEmpty()) {
      return false;
    }
    String digits = part.charAt(0) == 'v' ? part.substring(1) : part;
    if (!digits.isEmpty() && Character.isDigit(digits.charAt(0))) {
      return true;
    }
    return part.startsWith("rc") && part.length() > 2 && !Character.isLetter(part.charAt(2))
        || part.indexOf('$') >= 0
        || isToken(part)
        || isCommit(part);
  }

  /** True for a name that somebody is still to fill in, most likely with a version. */
  public static boolean isOpen(String name) {
    return name.contains("{{") || name.contains("__");
  }

  /** Capitals are illegal in a name, so they are for somebody to replace: {@code COMMIT_SHA}. */
  private static boolean isToken(String part) {
    return part.length() > 1
        && part.equals(part.toUpperCase(Locale.ROOT))
        && Character.isLetter(part.charAt(0));
  }

  /** Hex digits, at least seven of them and at least one that is no letter. */
  private static boolean isCommit(String part) {
    boolean digit = false;
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      digit |= c >= '0' && c <= '9';
      if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f')) {
        return false;
      }
    }
    return digit && part.length() >= 7;
  }
}
