package dev.migrationgate.pattern.shell;

import java.util.List;
import java.util.Optional;

/**
 * A shell that is started: {@code sh -c SCRIPT}, {@code bash -e FILE}.
 *
 * @param operand the script, or the file that holds it
 * @param isScript true for the script itself
 */
public record ShellCall(String operand, boolean isScript, ShellOptions options) {

  /** Reads a command line, behind programs such as {@code timeout} that start another one. */
  public static Optional<ShellCall> of(List<String> words) {
    for (int i = 0; i + 1 < words.size(); i++) {
      if (isShell(words.get(i))) {
        return behind(words.subList(i + 1, words.size()));
      }
      if (!words.get(i).startsWith("-") && !isWrapper(words.get(i)) && !isDuration(words.get(i))) {
        break;
      }
    }
    return Optional.empty();
  }

  /** True for the name of a shell, with or without its path. */
  public static boolean isShell(String word) {
    return switch (word.substring(word.lastIndexOf('/') + 1)) {
      case "sh", "bash", "ash", "dash", "zsh" -> true;
      default -> false;
    };
  }

  /** More options may stand between {@code -c} and the script: {@code bash -c -e '…'}. */
  private static Optional<ShellCall> behind(List<String> words) {
    boolean isScript = false;
    int at = 0;
    while (at + 1 < words.size() && isOption(words.get(at))) {
      String option = words.get(at);
      boolean letters = ShellOptions.isLetters(option);
      isScript |= letters && option.indexOf('c') > 0;
      at += letters && option.indexOf('o') > 0 && at + 2 < words.size() ? 2 : 1;
    }
    ShellOptions options = ShellOptions.NONE.with(words.subList(0, at));
    return words.isEmpty() || isOption(words.get(at)) && !isScript
        ? Optional.empty()
        : Optional.of(new ShellCall(words.get(at), isScript, options));
  }

  private static boolean isOption(String word) {
    return ShellOptions.isLetters(word) || word.startsWith("--") && word.indexOf(' ') < 0;
  }

  /** {@code 300} and {@code 5m}, as {@code timeout} takes them. */
  private static boolean isDuration(String word) {
    int digits = 0;
    while (digits < word.length() && Character.isDigit(word.charAt(digits))) {
      digits++;
    }
    return digits > 0 && word.length() - digits <= 1;
  }

  /** Programs that do nothing but start another one. */
  private static boolean isWrapper(String word) {
    return switch (word.substring(word.lastIndexOf('/') + 1)) {
      case "env", "tini", "dumb-init", "exec", "timeout", "nice", "busybox" -> true;
      default -> false;
    };
  }
}
