package dev.migrationgate.pattern;

import java.util.List;
import java.util.Locale;

/** Tells commands of an application that look for its schema without changing it. */
final class OwnQuestion {
  private static final List<String> ABOUT = List.of("migrat", "pending", "schema");

  private static final List<String> ASKS =
      List.of("wait", "check", "pending", "status", "verify", "ready", "up-to-date", "uptodate");

  private OwnQuestion() {}

  /** True where one of a container's commands asks, by what its words say. */
  static boolean isAskedBy(Container container) {
    for (ShellCommand command : CommandLine.of(container).commands()) {
      boolean spoken = command.program().equals("echo") || Lookalike.connects(command);
      if (!spoken && says(command.call(), ABOUT) && says(command.call(), ASKS)) {
        return true;
      }
    }
    return false;
  }

  private static boolean says(List<String> words, List<String> parts) {
    for (String word : words) {
      String lower = word.toLowerCase(Locale.ROOT);
      for (String part : parts) {
        if (lower.contains(part)) {
          return true;
        }
      }
    }
    return false;
  }
}
