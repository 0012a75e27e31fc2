package dev.migrationgate.krm;

import java.util.ArrayList;
import java.util.List;

/**
 * Resources by a key and their namespace. What is asked for from a namespace is also found where a
 * manifest leaves its namespace open, as {@link Resource#mayBeIn} has it.
 */
public final class NamespacedIndex {
  private final Groups<String, Resource> everywhere = new Groups<>();
  private final Groups<String, Resource> byNamespace = new Groups<>();

  /** Adds a resource; resources come in the order of the input. */
  public void add(String key, Resource resource) {
    add(key, resource.namespace(), resource);
  }

  /** Adds a resource that counts for another namespace than its own, or for all: the empty one. */
  public void add(String key, String namespace, Resource resource) {
    everywhere.add(key, resource);
    byNamespace.add(in(namespace, key), resource);
  }

  /**
   * The resources of a key that may be in a namespace, in the order of the input.
   *
   * @param namespace empty for any
   */
  public List<Resource> find(String key, String namespace) {
    if (namespace.isEmpty()) {
      return everywhere.of(key);
    }
    List<Resource> here = byNamespace.of(in(namespace, key));
    List<Resource> open = byNamespace.of(in("", key));
    return open.isEmpty() ? here : here.isEmpty() ? open : merge(here, open);
  }

  private static String in(String namespace, String key) {
    return namespace + "/" + key;
  }

  /** Two lists in the order of the input as one. */
  private static List<Resource> merge(List<Resource> one, List<Resource> other) {
    List<Resource> merged = new ArrayList<>(one.size() + other.size());
    int at = 0;
    for (Resource resource : one) {
      while (at < other.size() && other.get(at).position() < resource.position()) {
        merged.add(other.get(at));
        at++;
      }
      merged.add(resource);
    }
    merged.addAll(other.subList(at, other.size()));
    return merged;
  }
}
