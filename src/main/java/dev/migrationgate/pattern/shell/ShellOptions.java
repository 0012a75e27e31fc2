package dev.migrationgate.pattern.shell;

import java.util.List;

/**
 * The options of a shell that decide how a script ends.
 *
 * @param stopsAtErrors {@code -e}
 * @param pipesFail {@code -o pipefail}
 */
public record ShellOptions(boolean stopsAtErrors, boolean pipesFail) {
  public static final ShellOptions NONE = new ShellOptions(false, false);

  /** These, and what the words behind {@code set} or the name of a shell change in them. */
  public ShellOptions with(List<String> words) {
    ShellOptions options = this;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean on = word.startsWith("-");
      if (!isLetters(word)) {
        continue;
      }
      if (word.indexOf('e') > 0) {
        options = new ShellOptions(on, options.pipesFail);
      }
      if (word.indexOf('o') > 0 && i + 1 < words.size()) {
        options = options.named(words.get(i + 1), on);
      }
    }
    return options;
  }

  // A record's own are made when they are first called, which takes as long as half a small run.
  @Override
  public boolean equals(Object other) {
    return other instanceof ShellOptions that
        && stopsAtErrors == that.stopsAtErrors
        && pipesFail == that.pipesFail;
  }

  @Override
  public int hashCode() {
    return (stopsAtErrors ? 2 : 0) + (pipesFail ? 1 : 0);
  }

  /** True for {@code -eu} and {@code +e}, false for {@code --} and for what is no option. */
  static boolean isLetters(String word) {
    return word.length() > 1
        && (word.charAt(0) == '-' || word.charAt(0) == '+')
        && word.indexOf(' ') < 0
        && word.charAt(1) != '-';
  }

  private ShellOptions named(String name, boolean on) {
    return switch (name) {
      case "errexit" -> new ShellOptions(on, pipesFail);
      case "pipefail" -> new ShellOptions(stopsAtErrors, on);
      default -> this;
    };
  }
}
