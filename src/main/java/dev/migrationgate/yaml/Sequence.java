package dev.migrationgate.yaml;

import java.util.List;

/**
 * A sequence.
 *
 * @param flow true for {@code […]}
 */
public record Sequence(List<Node> items, boolean flow, int start, int end) implements Node {
  public Sequence {
    items = List.copyOf(items);
  }
}
