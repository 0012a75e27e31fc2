package dev.migrationgate.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A mapping, its entries in the order of the source.
 *
 * @param entries what the mapping itself holds, {@code <<} included as an entry of that name
 * @param flow true for {@code {…}}
 */
public record Mapping(List<Entry> entries, boolean flow, int start, int end) implements Node {

  private static final String MERGE = "<<";

  public Mapping {
    entries = List.copyOf(entries);
  }

  /** The value under a key, one from a merge key where the mapping itself has none. */
  public Optional<Node> find(String key) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).isNamed(key)) {
        return Optional.of(entries.get(i).value());
      }
    }
    for (int i = 0; i < entries.size(); i++) {
      if (isMerge(entries.get(i))) {
        Optional<Node> merged = findMerged(entries.get(i).value(), key);
        if (merged.isPresent()) {
          return merged;
        }
      }
    }
    return Optional.empty();
  }

  /** The entry that the mapping itself has under a key. */
  public Optional<Entry> entry(String key) {
    for (Entry entry : entries) {
      if (entry.isNamed(key)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  /** All entries, those of merge keys in place of the {@code <<}, none of them twice. */
  public List<Entry> merged() {
    boolean merges = false;
    for (Entry entry : entries) {
      merges |= isMerge(entry);
    }
    if (!merges) {
      return entries;
    }
    List<Entry> all = new ArrayList<>();
    for (Entry entry : entries) {
      if (!isMerge(entry)) {
        all.add(entry);
      }
    }
    for (Entry entry : entries) {
      if (isMerge(entry)) {
        addMissing(all, entry.value());
      }
    }
    return all;
  }

  private static boolean isMerge(Entry entry) {
    return entry.key() instanceof Scalar key
        && key.style() == Scalar.Style.PLAIN
        && key.value().equals(MERGE);
  }

  private static Optional<Node> findMerged(Node value, String key) {
    if (value.target() instanceof Sequence sequence) {
      for (Node item : sequence.items()) {
        Optional<Node> found = item.get(key);
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }
    return value.get(key);
  }

  private static void addMissing(List<Entry> all, Node value) {
    if (value.target() instanceof Sequence sequence) {
      for (Node item : sequence.items()) {
        addMissing(all, item);
      }
    } else if (value.target() instanceof Mapping mapping) {
      for (Entry entry : mapping.merged()) {
        boolean known = false;
        for (Entry other : all) {
          known |= other.name().equals(entry.name());
        }
        if (!known) {
          all.add(entry);
        }
      }
    }
  }
}
