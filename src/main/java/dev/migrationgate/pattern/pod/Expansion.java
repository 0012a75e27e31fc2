package dev.migrationgate.pattern.pod;

import dev.migrationgate.yaml.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the literal values of a container's environment into its command line: <code>$(X)</code> as
 * the kubelet does, <code>${X}</code> and <code>$X</code> as a shell will. A value is not looked
 * through again.
 */
final class Expansion {
  /** Linux starts no program whose arguments and environment take more than 2 MiB. */
  static final int LONGEST = 1 << 21;

  private final Map<String, String> values = new HashMap<>();
  private int added;

  /**
   * @param variables the entries of {@code env}
   */
  Expansion(List<Node> variables) {
    for (Node variable : variables) {
      Optional<String> value = variable.text("value");
      Optional<String> name = variable.text("name");
      if (name.isPresent() && value.isPresent()) {
        values.put(name.get(), value.get());
      }
    }
  }

  /** A word with the values put in; as written from where they make the command line too long. */
  String of(String word) {
    int at = values.isEmpty() ? -1 : word.indexOf('$');
    if (at < 0) {
      return word;
    }
    StringBuilder expanded = new StringBuilder();
    int copied = 0;
    while (at >= 0) {
      int end = endOfReference(word, at);
      String value = end < 0 ? null : values.get(name(word, at, end));
      if (value != null && value.length() <= LONGEST - added) {
        expanded.append(word, copied, at).append(value);
        added += value.length();
        copied = end;
      }
      at = word.indexOf('$', Math.max(at + 1, copied));
    }
    return expanded.append(word, copied, word.length()).toString();
  }

  /** Where the reference that starts with a dollar sign ends, -1 where none does. */
  private static int endOfReference(String word, int dollar) {
    char open = dollar + 1 < word.length() ? word.charAt(dollar + 1) : ' ';
    boolean bare = open != '(' && open != '{';
    int end = bare ? dollar + 1 : dollar + 2;
    while (end < word.length() && isNamePart(word.charAt(end), bare)) {
      end++;
    }
    if (bare) {
      return end;
    }
    char close = open == '(' ? ')' : '}';
    return end < word.length() && word.charAt(end) == close ? end + 1 : -1;
  }

  private static String name(String word, int dollar, int end) {
    char last = word.charAt(end - 1);
    return last == ')' || last == '}'
        ? word.substring(dollar + 2, end - 1)
        : word.substring(dollar + 1, end);
  }

  /** A name may hold dots and dashes; to a shell it ends there. */
  private static boolean isNamePart(char c, boolean bare) {
    return c == '_'
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || (!bare && (c == '.' || c == '-'));
  }
}
