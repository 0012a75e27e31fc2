package dev.migrationgate.yaml;

/** A key and its value in a mapping. Keys that are no scalars are kept, under an empty name. */
public record Entry(Node key, Node value) {

  /** The key's text, empty when the key is a collection. */
  public String name() {
    return key.target() instanceof Scalar scalar ? scalar.value() : "";
  }
}
