package dev.migrationgate.yaml;

import java.util.List;

/** Where a node's own text ends: the parser lets a block collection run up to the next token. */
public final class Extent {
  private Extent() {}

  /** The offset behind the last character that belongs to the node. */
  public static int contentEnd(Node node) {
    if (node instanceof Mapping mapping && !mapping.flow() && !mapping.entries().isEmpty()) {
      List<Entry> entries = mapping.entries();
      Entry last = entries.get(entries.size() - 1);
      return Math.max(contentEnd(last.key()), contentEnd(last.value()));
    }
    if (node instanceof Sequence sequence && !sequence.flow() && !sequence.items().isEmpty()) {
      List<Node> items = sequence.items();
      return contentEnd(items.get(items.size() - 1));
    }
    return node.end();
  }
}
