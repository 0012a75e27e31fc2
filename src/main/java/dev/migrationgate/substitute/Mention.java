package dev.migrationgate.substitute;

import dev.migrationgate.yaml.Entry;
import dev.migrationgate.yaml.Mapping;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.Scalar;
import dev.migrationgate.yaml.Sequence;

/** Finds traces of a variable that need not be expressions which are evaluated. */
public final class Mention {
  /** Who repeats so much of a value means it. */
  private static final int TELLING = 256;

  private Mention() {}

  /** True where <code>${NAME</code> stands, whatever follows: escaped, nested, or malformed. */
  public static boolean isIn(String text, String name) {
    int at = text.indexOf("${");
    while (at >= 0) {
      int from = at + 2;
      if (from < text.length() && text.charAt(from) == '#') {
        from++;
      }
      int end = from + name.length();
      boolean whole = end >= text.length() || !Variable.isName(name + text.charAt(end));
      if (whole && text.startsWith(name, from)) {
        return true;
      }
      at = text.indexOf("${", at + 2);
    }
    return false;
  }

  /** True where some scalar holds a value, or the beginning of a very long one. */
  public static boolean ofValue(Node node, String value) {
    String telling = value.length() > TELLING ? value.substring(0, TELLING) : value;
    return !value.isEmpty() && holds(node, telling);
  }

  private static boolean holds(Node node, String value) {
    if (node instanceof Scalar scalar) {
      return scalar.value().contains(value);
    }
    if (node instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        if (holds(entry.key(), value) || holds(entry.value(), value)) {
          return true;
        }
      }
    } else if (node instanceof Sequence sequence) {
      for (Node item : sequence.items()) {
        if (holds(item, value)) {
          return true;
        }
      }
    }
    return false;
  }
}
