package dev.migrationgate.kustomize;

import dev.migrationgate.yaml.Entry;
import dev.migrationgate.yaml.Mapping;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.Scalar;
import dev.migrationgate.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Trees of which one part is another. The rest is shared, and every offset stays. */
public final class Trees {
  private Trees() {}

  /** A scalar with another value; anything else as it is. */
  static Node withValue(Node node, String value) {
    return node.target() instanceof Scalar scalar ? scalar.withValue(value) : node;
  }

  /** A string that stands nowhere in the source. */
  static Scalar text(Node place, String value) {
    return new Scalar(value, value, Scalar.Style.DOUBLE_QUOTED, "", place.start(), place.start());
  }

  /** A list with each item changed; anything else as it is. */
  static Node items(Node node, UnaryOperator<Node> change) {
    if (!(node.target() instanceof Sequence sequence)) {
      return node;
    }
    List<Node> items = sequence.items().stream().map(change).toList();
    return isSame(items, sequence.items())
        ? node
        : new Sequence(items, sequence.flow(), sequence.start(), sequence.end());
  }

  /** A mapping with the value of each key changed; anything else as it is. */
  static Node values(Node node, BiFunction<String, Node, Node> change) {
    if (!(node.target() instanceof Mapping mapping)) {
      return node;
    }
    List<Node> before = mapping.entries().stream().map(Entry::value).toList();
    List<Entry> entries =
        mapping.entries().stream()
            .map(entry -> new Entry(entry.key(), change.apply(entry.name(), entry.value())))
            .toList();
    return isSame(entries.stream().map(Entry::value).toList(), before)
        ? node
        : new Mapping(entries, mapping.flow(), mapping.start(), mapping.end());
  }

  /** A mapping with a text at the end of a path of keys, which need not be there. */
  public static Node set(Node node, String value, String... keys) {
    return set(node, value, List.of(keys));
  }

  private static Node set(Node node, String value, List<String> keys) {
    if (keys.isEmpty()) {
      return node.target() instanceof Scalar ? withValue(node, value) : text(node, value);
    }
    if (!(node.target() instanceof Mapping mapping)) {
      return node;
    }
    String first = keys.get(0);
    List<String> rest = keys.subList(1, keys.size());
    if (mapping.entry(first).isPresent()) {
      return values(mapping, (key, old) -> key.equals(first) ? set(old, value, rest) : old);
    }
    Node empty = new Mapping(List.of(), false, node.start(), node.start());
    Node added = rest.isEmpty() ? text(node, value) : set(empty, value, rest);
    List<Entry> entries = new ArrayList<>(mapping.entries());
    entries.add(new Entry(text(node, first), added));
    return new Mapping(entries, mapping.flow(), mapping.start(), mapping.end());
  }

  private static boolean isSame(List<Node> one, List<Node> other) {
    for (int i = 0; i < one.size(); i++) {
      if (one.get(i) != other.get(i)) {
        return false;
      }
    }
    return true;
  }
}
