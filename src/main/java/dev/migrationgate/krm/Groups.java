package dev.migrationgate.krm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values in groups of one key: keys and values keep the order in which they came. */
public final class Groups<K, V> {
  private final Map<K, List<V>> groups = new LinkedHashMap<>();

  /** Adds a value to the group of a key. */
  public void add(K key, V value) {
    List<V> group = groups.get(key);
    if (group == null) {
      group = new ArrayList<>(2);
      groups.put(key, group);
    }
    group.add(value);
  }

  /** The values of a key, none where it has no group. */
  public List<V> of(K key) {
    List<V> group = groups.get(key);
    return group == null ? List.of() : group;
  }

  /** Every group, none of them empty. */
  public Collection<List<V>> all() {
    return groups.values();
  }

  /** The keys that have a group. */
  public Set<K> keys() {
    return groups.keySet();
  }

  /** True when nothing was added. */
  public boolean isEmpty() {
    return groups.isEmpty();
  }
}
