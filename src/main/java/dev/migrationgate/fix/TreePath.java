package dev.migrationgate.fix;

import dev.migrationgate.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes a path as {@code spec.template.spec.initContainers[0].args[2]} apart. */
final class TreePath {
  private TreePath() {}

  /** The keys of a path, and one more below it; {@code [2]} for an item of a sequence. */
  static List<String> of(String path, String... below) {
    List<String> keys = new ArrayList<>();
    for (String part : path.split("\\.")) {
      int bracket = part.indexOf('[');
      keys.add(bracket < 0 ? part : part.substring(0, bracket));
      if (bracket >= 0) {
        keys.add(part.substring(bracket));
      }
    }
    for (String key : below) {
      keys.add(key);
    }
    return keys;
  }

  /** The index of the item that a path ends in. */
  static int index(String path) {
    return Integer.parseInt(path.substring(path.lastIndexOf('[') + 1, path.length() - 1));
  }

  /** The node at the end of a path. */
  static Optional<Node> at(Node root, List<String> path) {
    Optional<Node> node = Optional.of(root);
    for (String key : path) {
      if (node.isEmpty()) {
        return node;
      }
      node = key.startsWith("[") ? Optional.of(item(node.get(), key)) : node.get().get(key);
    }
    return node;
  }

  /** The item that a key such as {@code [2]} names. */
  static Node item(Node sequence, String key) {
    return sequence.items().get(Integer.parseInt(key.substring(1, key.length() - 1)));
  }
}
