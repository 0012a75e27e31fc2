package dev.migrationgate.fix;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.yaml.Alias;
import dev.migrationgate.yaml.Entry;
import dev.migrationgate.yaml.Mapping;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.Sequence;

/** Where in its document a node stands. */
final class Sharing {
  private Sharing() {}

  /**
   * Refuses to change what an alias elsewhere in the document repeats.
   *
   * @throws CannotChange when one does
   */
  static void refuse(Resource resource, Node changed) {
    if (isShared(resource.root(), changed)) {
      throw new CannotChange("the place is shared through a YAML anchor");
    }
  }

  /** True where a node stands inside {@code […]} or <code>{…}</code>. */
  static boolean inFlow(Node root, Node node) {
    Node at = root;
    while (at != node) {
      if (at instanceof Mapping mapping && mapping.flow()
          || at instanceof Sequence sequence && sequence.flow()) {
        return true;
      }
      Node next = childAround(at, node);
      if (next == at) {
        return false;
      }
      at = next;
    }
    return false;
  }

  private static Node childAround(Node parent, Node node) {
    if (parent instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        if (holds(entry.value(), node)) {
          return entry.value();
        }
      }
    } else if (parent instanceof Sequence sequence) {
      for (Node item : sequence.items()) {
        if (holds(item, node)) {
          return item;
        }
      }
    }
    return parent;
  }

  private static boolean isShared(Node node, Node changed) {
    if (node instanceof Alias alias) {
      return holds(alias.referent(), changed);
    }
    if (node instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        if (isShared(entry.value(), changed)) {
          return true;
        }
      }
    } else if (node instanceof Sequence sequence) {
      for (Node item : sequence.items()) {
        if (isShared(item, changed)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean holds(Node outer, Node inner) {
    return outer.start() <= inner.start() && inner.end() <= outer.end();
  }
}
