package dev.migrationgate.pattern.pod;

import dev.migrationgate.yaml.Node;
import java.util.Optional;
import java.util.OptionalLong;

/** A field that holds a whole number. */
public final class Count {
  private Count() {}

  /** The number at the end of a path of keys, empty where there is none. */
  public static OptionalLong at(Node node, String... keys) {
    Optional<String> text = node.text(keys);
    return text.isPresent() ? parse(text.get()) : OptionalLong.empty();
  }

  private static OptionalLong parse(String text) {
    try {
      return OptionalLong.of(Long.parseLong(text.trim()));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
