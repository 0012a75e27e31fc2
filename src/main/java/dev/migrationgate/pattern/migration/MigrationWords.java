package dev.migrationgate.pattern.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells from a name, or a word of a command, whether a migration is run or only spoken of. */
final class MigrationWords {
  /** Parts of a word that say that it is run all the same. */
  private static final List<String> RUN = List.of("and", "run", "up", "apply", "latest", "deploy");

  /** Parts of a name that may stand between the word for a migration and what is done with it. */
  private static final List<String> BETWEEN = List.of("db", "database", "schema", "pending");

  private MigrationWords() {}

  /** True for a text that speaks of a migration, whatever is done with it. */
  static boolean areIn(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String word : MigrationSignals.WORDS) {
      if (lower.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** True for {@code check-db-migrations} and {@code migration-status}. */
  static boolean onlyLook(String name) {
    List<String> parts = parts(name);
    for (int i = 0; i < parts.size(); i++) {
      if (areIn(parts.get(i))) {
        int before = i - 1;
        while (before >= 0 && BETWEEN.contains(parts.get(before))) {
          before--;
        }
        return before >= 0 && MigrationSignals.LOOKS_BEFORE.contains(parts.get(before))
            || i + 1 < parts.size() && MigrationSignals.LOOKS_BEHIND.contains(parts.get(i + 1));
      }
    }
    return false;
  }

  /** True for {@code migrate:status} and {@code migration:generate}, words of a command. */
  static boolean areNotRun(String word) {
    List<String> parts = parts(word);
    boolean other = false;
    for (String part : parts) {
      if (RUN.contains(part)) {
        return false;
      }
      other |= MigrationSignals.NOT_RUN.contains(part);
    }
    return other;
  }

  /**
   * True for a name that says that something else is done, {@code db-backup} or {@code db-drop}.
   */
  static boolean tellOfOtherWork(String name) {
    for (String part : parts(name)) {
      if (MigrationSignals.REMOVALS.contains(part)) {
        return true;
      }
    }
    return holdsAny(name, MigrationSignals.OTHER_WORK);
  }

  /** True when some of the parts stand anywhere in a word, in upper or lower case. */
  static boolean holdsAny(String word, Iterable<String> parts) {
    String lower = word.toLowerCase(Locale.ROOT);
    for (String part : parts) {
      if (lower.contains(part)) {
        return true;
      }
    }
    return false;
  }

  /** What stands between all that is no letter and no digit, in lower case. */
  static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (int i = 0; i <= text.length(); i++) {
      if (i < text.length() && Character.isLetterOrDigit(text.charAt(i))) {
        part.append(Character.toLowerCase(text.charAt(i)));
      } else if (part.length() > 0) {
        parts.add(part.toString());
        part.setLength(0);
      }
    }
    return parts;
  }
}
