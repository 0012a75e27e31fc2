package dev.migrationgate.yaml;

import java.util.List;

/** Where a node's own text ends: the parser lets a block collection run up to the next token. */
public final class Extent {
  private Extent() {}

  /** The offset behind the last character that belongs to the node. */
  public static int contentEnd(Node node) {
    return lastLeaf(node).end();
  }

  /** The last scalar, alias, flow or empty collection in a node, or the node if it is such. */
  static Node lastLeaf(Node node) {
    if (node instanceof Mapping mapping && !mapping.flow() && !mapping.entries().isEmpty()) {
      List<Entry> entries = mapping.entries();
      Entry last = entries.get(entries.size() - 1);
      Node value = lastLeaf(last.value());
      return value.end() >= last.key().end() ? value : lastLeaf(last.key());
    }
    if (node instanceof Sequence sequence && !sequence.flow() && !sequence.items().isEmpty()) {
      List<Node> items = sequence.items();
      return lastLeaf(items.get(items.size() - 1));
    }
    return node;
  }
}
