package dev.migrationgate.pattern.source;

import java.util.Locale;
import java.util.Optional;

/**
 * Text that somebody meant to replace: <code>${…}</code>, <code>{{…}}</code>, &lt;X&gt;, the tokens
 * of Azure Pipelines, or capitals between a pair of signs, {@code __X__}.
 */
public final class Placeholder {
  private static final String[][] ANYTHING_BETWEEN = {
    {"${", "}"}, {"{{", "}}"}, {"#{", "}#"}, {"$(", ")"}
  };

  /** Signs that are legal in a repository, or stand for something else around small letters. */
  private static final String[][] CAPITALS_BETWEEN = {
    {"__", "__"}, {"[", "]"}, {"%", "%"}, {"@", "@"}
  };

  private Placeholder() {}

  /** The first placeholder in an image or a name. */
  public static Optional<String> in(String text) {
    for (String[] signs : ANYTHING_BETWEEN) {
      Optional<String> found = between(text, signs[0], signs[1]);
      if (found.isPresent()) {
        return found;
      }
    }
    for (String[] signs : CAPITALS_BETWEEN) {
      Optional<String> found = between(text, signs[0], signs[1]);
      if (found.isPresent() && isCapitals(found.get())) {
        return found;
      }
    }
    return between(text, "<", ">");
  }

  /**
   * The first placeholder in an image, where a part of the repository in capitals, {@code OWNER},
   * is one too: capitals are illegal there. A registry may well have some.
   */
  public static Optional<String> inImage(String image) {
    Optional<String> found = in(image);
    if (found.isPresent()) {
      return found;
    }
    int at = image.indexOf('@');
    String named = at < 0 ? image : image.substring(0, at);
    int colon = named.lastIndexOf(':');
    String repository = colon > named.lastIndexOf('/') ? named.substring(0, colon) : named;
    for (String part : repository.split("/")) {
      boolean registry = part.indexOf('.') >= 0 || part.indexOf(':') >= 0;
      if (!registry && part.length() > 1 && isCapitals(part)) {
        return Optional.of(part);
      }
    }
    return Optional.empty();
  }

  /** The first placeholder in an argument, where Kubernetes itself puts in {@code $(NAME)}. */
  public static Optional<String> inArgument(String text) {
    return text.contains("$(") ? Optional.empty() : in(text);
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

  private static boolean isCapitals(String text) {
    boolean letter = false;
    for (int i = 0; i < text.length(); i++) {
      letter |= Character.isLetter(text.charAt(i));
    }
    return letter && text.equals(text.toUpperCase(Locale.ROOT));
  }

  private static Optional<String> between(String text, String open, String close) {
    int start = text.indexOf(open);
    int end = start < 0 ? -1 : text.indexOf(close, start + open.length() + 1);
    return end < 0 ? Optional.empty() : Optional.of(text.substring(start, end + close.length()));
  }
}
