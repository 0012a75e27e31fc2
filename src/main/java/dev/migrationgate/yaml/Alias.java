package dev.migrationgate.yaml;

/**
 * A reference ({@code *anchor}) to an earlier node.
 *
 * @param referent the node that carries the anchor
 */
public record Alias(String anchor, Node referent, int start, int end) implements Node {
  @Override
  public Node target() {
    return referent.target();
  }
}
