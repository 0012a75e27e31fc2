package dev.migrationgate.yaml;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A key and its value in a mapping. Keys that are no scalars are kept, under an empty name. */
public record Entry(Node key, Node value) {

  /** So few are compared faster than put into a set. */
  private static final int FEW = 10;

  /** The key's text, empty when the key is a collection. */
  public String name() {
    return key.target() instanceof Scalar scalar ? scalar.value() : "";
  }

  /** True when this is the key's text. */
  boolean isNamed(String name) {
    return key instanceof Scalar scalar ? scalar.value().equals(name) : name().equals(name);
  }

  /** True when no two entries have the same name. */
  static boolean areUnique(List<Entry> entries) {
    if (entries.size() > FEW) {
      Set<String> names = new HashSet<>(entries.size() * 2);
      for (Entry entry : entries) {
        if (!names.add(entry.name())) {
          return false;
        }
      }
      return true;
    }
    for (int i = 1; i < entries.size(); i++) {
      String name = entries.get(i).name();
      for (int j = 0; j < i; j++) {
        if (entries.get(j).name().equals(name)) {
          return false;
        }
      }
    }
    return true;
  }
}
