package dev.migrationgate.pattern.shell;

import java.util.ArrayList;
import java.util.List;

/** Finds what a word runs in <code>$(…)</code> or in backquotes. */
final class Substitutions {
  private Substitutions() {}

  /** The scripts, in their order, without those inside of them. */
  static List<String> in(String word) {
    List<String> scripts = new ArrayList<>();
    int at = 0;
    while (at < word.length()) {
      boolean backquoted = word.charAt(at) == '`';
      boolean opens = word.startsWith("$(", at) && !word.startsWith("$((", at);
      if (!backquoted && !opens) {
        at++;
        continue;
      }
      int end = backquoted ? word.indexOf('`', at + 1) : closing(word, at + 1);
      if (end < 0) {
        return scripts;
      }
      scripts.add(word.substring(at + (backquoted ? 1 : 2), end));
      at = end + 1;
    }
    return scripts;
  }

  private static int closing(String word, int from) {
    int depth = 0;
    for (int i = from; i < word.length(); i++) {
      depth += word.charAt(i) == '(' ? 1 : word.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
