package dev.migrationgate.yaml;

import java.util.ArrayList;
import java.util.List;

/** A piece of YAML that is to be put into a document, before it has any looks. */
public sealed interface Fragment {

  /** A string, quoted where it must be. */
  record Text(String text) implements Fragment {}

  /** A number, a boolean: written as it is. */
  record Literal(String text) implements Fragment {}

  /** One key and its value. */
  record Pair(String key, Fragment value) {}

  /** A mapping. */
  record Entries(List<Pair> pairs) implements Fragment {
    public Entries {
      pairs = List.copyOf(pairs);
    }

    /** The same with one more entry at the end. */
    public Entries with(String key, Fragment value) {
      List<Pair> more = new ArrayList<>(pairs);
      more.add(new Pair(key, value));
      return new Entries(more);
    }

    /** The same with one more string at the end. */
    public Entries with(String key, String text) {
      return with(key, new Text(text));
    }

    /** Both, the other's entries behind these; where both have a key, mappings become one. */
    public Entries merge(Entries other) {
      List<Pair> merged = new ArrayList<>(pairs);
      for (Pair pair : other.pairs) {
        int same = indexOf(pair.key());
        if (same < 0) {
          merged.add(pair);
        } else if (merged.get(same).value() instanceof Entries mine
            && pair.value() instanceof Entries theirs) {
          merged.set(same, new Pair(pair.key(), mine.merge(theirs)));
        } else if (merged.get(same).value() instanceof Items mine
            && pair.value() instanceof Items theirs) {
          merged.set(same, new Pair(pair.key(), mine.join(theirs)));
        }
      }
      return new Entries(merged);
    }

    private int indexOf(String key) {
      for (int i = 0; i < pairs.size(); i++) {
        if (pairs.get(i).key().equals(key)) {
          return i;
        }
      }
      return -1;
    }
  }

  /**
   * A sequence.
   *
   * @param onLines true where each item needs a line of its own, however the author writes lists
   */
  record Items(List<Fragment> items, boolean onLines) implements Fragment {
    public Items {
      items = List.copyOf(items);
    }

    /** One that stands as the author's others do. */
    public Items(List<? extends Fragment> items) {
      this(List.copyOf(items), false);
    }

    /** Both, without what stands in both. */
    Items join(Items other) {
      List<Fragment> joined = new ArrayList<>(items);
      for (Fragment item : other.items) {
        if (!joined.contains(item)) {
          joined.add(item);
        }
      }
      return new Items(joined, onLines || other.onLines);
    }
  }

  /** A mapping of one entry. */
  static Entries of(String key, Fragment value) {
    return new Entries(List.of(new Pair(key, value)));
  }

  /** A mapping of one string. */
  static Entries of(String key, String text) {
    return of(key, new Text(text));
  }

  /** A sequence of strings. */
  static Items texts(String... texts) {
    List<Fragment> items = new ArrayList<>(texts.length);
    for (String text : texts) {
      items.add(new Text(text));
    }
    return new Items(items);
  }
}
