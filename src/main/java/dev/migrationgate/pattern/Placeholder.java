package dev.migrationgate.pattern;

import java.util.Locale;
import java.util.Optional;

/** Text that somebody meant to replace: <code>${…}</code>, <code>{{…}}</code>, __X__, &lt;X&gt;. */
public final class Placeholder {
  private Placeholder() {}

  /** The first placeholder in a text. */
  public static Optional<String> in(String text) {
    Optional<String> found = between(text, "${", "}");
    if (found.isEmpty()) {
      found = between(text, "{{", "}}");
    }
    if (found.isEmpty()) {
      found = capitals(text);
    }
    return found.isPresent() ? found : between(text, "<", ">");
  }

  /**
   * The first placeholder in a name, where a word such as {@code JOB_SUFFIX} is one too: capitals
   * and underscores are illegal there, so somebody is to replace it.
   */
  public static Optional<String> inName(String name) {
    Optional<String> found = in(name);
    if (found.isPresent()) {
      return found;
    }
    for (String word : name.replace('.', '-').split("-")) {
      boolean capitals = word.equals(word.toUpperCase(Locale.ROOT));
      if (word.indexOf('_') > 0 && capitals && Character.isLetter(word.charAt(0))) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }

  /** Two underscores are legal in a repository, so only capitals between them are a placeholder. */
  private static Optional<String> capitals(String text) {
    Optional<String> found = between(text, "__", "__");
    return found.isPresent() && found.get().equals(found.get().toUpperCase(Locale.ROOT))
        ? found
        : Optional.empty();
  }

  private static Optional<String> between(String text, String open, String close) {
    int start = text.indexOf(open);
    int end = start < 0 ? -1 : text.indexOf(close, start + open.length() + 1);
    return end < 0 ? Optional.empty() : Optional.of(text.substring(start, end + close.length()));
  }
}
