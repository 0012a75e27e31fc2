package dev.migrationgate.kustomize;

import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A path of a kustomization's {@code replacements}: keys, {@code [key=value]}, {@code *} and
 * numbers, parted by dots (kustomize 5.8, kyaml/utils.SmarterPathSplitter).
 */
record FieldPath(List<String> parts) {

  static FieldPath parse(String text) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '.') {
        part.append('.');
        i++;
      } else if (c == '.' && depth == 0) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        depth += c == '[' ? 1 : c == ']' ? -1 : 0;
        part.append(c);
      }
    }
    parts.add(part.toString());
    return new FieldPath(List.copyOf(parts));
  }

  /** The text that stands there, empty where there is none or more than one. */
  Optional<String> read(Node root) {
    List<String> found = new ArrayList<>();
    change(
        root,
        node -> {
          node.text().ifPresent(found::add);
          return node;
        });
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** The tree with whatever stands there changed; as it is where nothing does. */
  Node change(Node root, UnaryOperator<Node> change) {
    return change(root, parts, change);
  }

  private static Node change(Node node, List<String> parts, UnaryOperator<Node> change) {
    if (parts.isEmpty()) {
      return change.apply(node);
    }
    String part = parts.get(0);
    List<String> rest = parts.subList(1, parts.size());
    if (node.target() instanceof Sequence sequence) {
      return Trees.items(
          node,
          item ->
              selects(part, item, sequence.items().indexOf(item))
                  ? change(item, rest, change)
                  : item);
    }
    return Trees.values(
        node,
        (key, value) -> key.equals(part) || part.equals("*") ? change(value, rest, change) : value);
  }

  private static boolean selects(String part, Node item, int index) {
    if (part.equals("*") || part.equals(Integer.toString(index))) {
      return true;
    }
    int sign = part.indexOf('=');
    if (!part.startsWith("[") || !part.endsWith("]") || sign < 0) {
      return false;
    }
    String key = part.substring(1, sign);
    String value = part.substring(sign + 1, part.length() - 1);
    return key.isEmpty() ? item.has(value) : item.has(value, key);
  }
}
