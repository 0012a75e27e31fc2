package dev.migrationgate.pattern.shell;

import java.util.List;

/**
 * A command line that tells what a script does.
 *
 * @param tool the tool's name, for a person to read
 * @param words words that stand in this order in one simple command, whatever stands between them;
 *     the first is a program, with or without its path
 */
public record CommandSignal(String tool, List<String> words) {
  /** The same, with the words one by one. */
  public CommandSignal(String tool, String... words) {
    this(tool, List.of(words));
  }

  /** True when a simple command is such a command line. */
  public boolean matches(List<String> command) {
    int next = 0;
    for (String word : command) {
      String plain = next == 0 ? word.substring(word.lastIndexOf('/') + 1) : word;
      if (plain.equals(words.get(next))) {
        next++;
        if (next == words.size()) {
          return true;
        }
      }
    }
    return false;
  }
}
