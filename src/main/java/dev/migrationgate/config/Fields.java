package dev.migrationgate.config;

import dev.migrationgate.yaml.Entry;
import dev.migrationgate.yaml.Mapping;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.Scalar;
import dev.migrationgate.yaml.Sequence;
import dev.migrationgate.yaml.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Typed access to the fields of one mapping of a configuration, strict about everything. */
final class Fields {
  private final SourceText source;
  private final Node root;
  private final String path;

  /**
   * @param path where the mapping stands, for messages; empty for the root
   */
  Fields(SourceText source, Node root, String path) {
    this.source = source;
    this.root = root;
    this.path = path;
  }

  /** The path of a field of this mapping. */
  String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  List<Entry> entries() {
    return root.entries();
  }

  Optional<Node> get(String key) {
    Optional<Node> node = root.get(key);
    boolean absent = node.isPresent() && node.get().target() instanceof Scalar s && s.isNull();
    return absent ? Optional.empty() : node;
  }

  /** The mapping under a key, empty when it is absent. */
  Optional<Fields> mapping(String key) {
    Optional<Node> node = get(key);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (!(node.get().target() instanceof Mapping)) {
      throw invalid(node.get(), path(key) + " is no mapping");
    }
    return Optional.of(new Fields(source, node.get().target(), path(key)));
  }

  /** The mappings of the list under a key, none when it is absent. */
  List<Fields> mappings(String key) {
    List<Fields> items = new ArrayList<>();
    for (Node item : list(key)) {
      String where = path(key) + "[" + items.size() + "]";
      if (!(item.target() instanceof Mapping)) {
        throw invalid(item, where + " is no mapping");
      }
      items.add(new Fields(source, item.target(), where));
    }
    return items;
  }

  /** The texts of the list under a key, none when it is absent. */
  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (Node item : list(key)) {
      if (!(item.target() instanceof Scalar scalar)) {
        throw invalid(item, path(key) + " holds more than texts");
      }
      texts.add(scalar.value());
    }
    return texts;
  }

  private List<Node> list(String key) {
    Optional<Node> node = get(key);
    if (node.isEmpty()) {
      return List.of();
    }
    if (!(node.get().target() instanceof Sequence sequence)) {
      throw invalid(node.get(), path(key) + " is no list");
    }
    return sequence.items();
  }

  /** The text under a key, empty when it is absent. */
  Optional<String> text(String key) {
    Optional<Node> node = get(key);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (!(node.get().target() instanceof Scalar scalar)) {
      throw invalid(node.get(), path(key) + " is no text");
    }
    return Optional.of(scalar.value());
  }

  /** The text under a key, which must be there. */
  String required(String key) {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      throw invalid(root, path(key) + " is missing");
    }
    return text.get();
  }

  /** The boolean under a key. */
  boolean flag(String key, boolean byDefault) {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return byDefault;
    }
    return switch (text.get()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw invalid(key, "is \"" + text.get() + "\"; it must be true or false");
    };
  }

  /** The number under a key, 0 when it is absent. */
  int number(String key) {
    Optional<String> text = text(key);
    try {
      int number = text.isPresent() ? Integer.parseInt(text.get().trim()) : 0;
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a negative one.
    }
    throw invalid(key, "is \"" + text.orElse("") + "\"; it must be a whole number from 0");
  }

  /** Refuses every field but these, and names the nearest of them. */
  void checkKnown(List<String> known) {
    for (Entry entry : root.entries()) {
      if (!known.contains(entry.name())) {
        throw invalid(
            entry.key(),
            "unknown field "
                + path(entry.name())
                + "; did you mean "
                + path(Nearest.closest(entry.name(), known))
                + "?");
      }
    }
  }

  /** A complaint about a field. */
  InvalidConfig invalid(String key, String message) {
    return invalid(root.get(key).orElse(root), path(key) + " " + message);
  }

  /** A complaint about a place. */
  InvalidConfig invalid(Node node, String message) {
    return new InvalidConfig(
        source.name() + ":" + source.line(node.start()) + ": functionConfig: " + message);
  }
}
