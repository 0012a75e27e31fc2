package dev.migrationgate.rules;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.yaml.Node;
import java.util.Optional;

/**
 * The field that a finding is about.
 *
 * @param path {@code spec.template.spec.containers[0].image}
 * @param node the field, or what is nearest above it where it is absent
 * @param current its value, empty where it is absent or holds more than a scalar
 * @param proposed the value that would do, empty where there is no single one
 */
public record Field(String path, Node node, Optional<String> current, Optional<String> proposed) {

  /** A field by its keys, present or not. */
  public static Field of(Resource resource, String... keys) {
    Node nearest = resource.root();
    for (String key : keys) {
      Optional<Node> next = nearest.get(key);
      if (next.isEmpty()) {
        return new Field(path(keys), nearest, Optional.empty(), Optional.empty());
      }
      nearest = next.get();
    }
    return at(path(keys), nearest);
  }

  /** A field that was found already. */
  public static Field at(String path, Node node) {
    return new Field(path, node, node.text(), Optional.empty());
  }

  /** A container's image, or the container where it has none. */
  static Field imageOf(Container container) {
    return at(container.path() + ".image", container.node().get("image").orElse(container.node()));
  }

  /** The same with the value that would do. */
  public Field propose(String value) {
    return new Field(path, node, current, Optional.of(value));
  }

  private static String path(String[] keys) {
    StringBuilder path = new StringBuilder();
    for (String key : keys) {
      boolean bracketed = key.indexOf('.') >= 0 || key.indexOf('/') >= 0;
      if (bracketed) {
        path.append('[').append(key).append(']');
      } else {
        path.append(path.length() > 0 ? "." : "").append(key);
      }
    }
    return path.toString();
  }
}
