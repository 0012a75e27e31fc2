package dev.migrationgate.pattern.cluster;

import dev.migrationgate.krm.Groups;
import dev.migrationgate.krm.NamespacedIndex;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.yaml.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Resources that select pods, by the labels they ask for, so that few of them are held against a
 * pod. Each stands under the rarest of its labels: one that all pods have tells nothing.
 */
final class SelectorIndex {
  /** The key of those that ask for no label's value. */
  private static final String ANY = "";

  private final NamespacedIndex byLabel = new NamespacedIndex();

  /**
   * @param resources in the order of the input
   * @param selector the path of the mapping of labels that each selects by
   */
  SelectorIndex(List<Resource> resources, String... selector) {
    Groups<String, Resource> all = new Groups<>();
    for (Resource resource : resources) {
      for (Entry label : resource.root().entries(selector)) {
        all.add(key(label), resource);
      }
    }
    for (Resource resource : resources) {
      String rarest = ANY;
      for (Entry label : resource.root().entries(selector)) {
        String key = key(label);
        if (rarest.equals(ANY) || all.of(key).size() < all.of(rarest).size()) {
          rarest = key;
        }
      }
      byLabel.add(rarest, resource);
    }
  }

  /** Those that may select pods with these labels of a namespace, in the order of the input. */
  List<Resource> candidates(Map<String, String> labels, String namespace) {
    Map<Integer, Resource> found = new TreeMap<>();
    add(ANY, namespace, found);
    for (Map.Entry<String, String> label : labels.entrySet()) {
      add(key(label.getKey(), label.getValue()), namespace, found);
    }
    return new ArrayList<>(found.values());
  }

  private void add(String key, String namespace, Map<Integer, Resource> found) {
    for (Resource resource : byLabel.find(key, namespace)) {
      found.put(resource.position(), resource);
    }
  }

  private static String key(Entry label) {
    return key(label.name(), label.value().text().orElse(""));
  }

  private static String key(String name, String value) {
    return name + "=" + value;
  }
}
