package dev.migrationgate.yaml;

import java.util.List;
import java.util.Optional;

/**
 * One node of a document. Offsets are UTF-16 indexes into the source text; {@code end} is
 * exclusive.
 *
 * <p>The navigation methods look through aliases and merge keys ({@code <<}), so that a reader need
 * not know how the author shared text between two places.
 */
public sealed interface Node permits Scalar, Mapping, Sequence, Alias {

  /** Where the node's content starts, behind its anchor and tag. */
  int start();

  /** Where the node's content ends. */
  int end();

  /** This node, or what it stands for when it is an alias. */
  default Node target() {
    return this;
  }

  /** The value under a key, empty when this is no mapping or has no such key. */
  default Optional<Node> get(String key) {
    Node node = target();
    return node instanceof Mapping mapping ? mapping.find(key) : Optional.empty();
  }

  /** The node at the end of a path of keys. */
  default Optional<Node> at(String... keys) {
    Optional<Node> node = Optional.of(this);
    for (String key : keys) {
      if (node.isEmpty()) {
        return node;
      }
      node = node.get().get(key);
    }
    return node;
  }

  /** The scalar at the end of a path of keys, empty when there is none or it is null. */
  default Optional<Scalar> scalar(String... keys) {
    Optional<Node> node = at(keys);
    if (node.isPresent() && node.get().target() instanceof Scalar scalar && !scalar.isNull()) {
      return Optional.of(scalar);
    }
    return Optional.empty();
  }

  /** The text of the scalar at the end of a path of keys. */
  default Optional<String> text(String... keys) {
    Optional<Scalar> scalar = scalar(keys);
    return scalar.isPresent() ? Optional.of(scalar.get().value()) : Optional.empty();
  }

  /** True when the scalar at the end of a path of keys reads exactly so. */
  default boolean has(String text, String... keys) {
    Optional<Scalar> scalar = scalar(keys);
    return scalar.isPresent() && scalar.get().value().equals(text);
  }

  /** The items of the sequence at the end of a path of keys, none when there is no sequence. */
  default List<Node> items(String... keys) {
    Optional<Node> node = at(keys);
    return node.isPresent() && node.get().target() instanceof Sequence sequence
        ? sequence.items()
        : List.of();
  }

  /** The entries of the mapping at the end of a path of keys, merged ones included. */
  default List<Entry> entries(String... keys) {
    Optional<Node> node = at(keys);
    return node.isPresent() && node.get().target() instanceof Mapping mapping
        ? mapping.merged()
        : List.of();
  }
}
