package dev.migrationgate.fix;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.yaml.Alias;
import dev.migrationgate.yaml.Entry;
import dev.migrationgate.yaml.Mapping;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Where in its document a node stands. */
final class Sharing {
  private final Map<Node, Repeated> byDocument = new IdentityHashMap<>();

  /**
   * Refuses to change what an alias elsewhere in the document repeats.
   *
   * @throws CannotChange when one does
   */
  void refuse(Resource resource, Node changed) {
    Repeated repeated = byDocument.get(resource.root());
    if (repeated == null) {
      repeated = Repeated.in(resource.root());
      byDocument.put(resource.root(), repeated);
    }
    if (repeated.holds(changed)) {
      throw new CannotChange("the place is shared through a YAML anchor");
    }
  }

  /**
   * What the aliases of a document repeat.
   *
   * @param places start and end of each in one number, so that they sort by start
   * @param ends where what is so far in the list ends, the furthest
   */
  private record Repeated(long[] places, int[] ends) {
    static Repeated in(Node root) {
      List<Node> found = new ArrayList<>();
      collect(root, found);
      long[] places = new long[found.size()];
      for (int i = 0; i < places.length; i++) {
        places[i] = (long) found.get(i).start() << Integer.SIZE | found.get(i).end();
      }
      Arrays.sort(places);
      int[] ends = new int[places.length];
      for (int i = 0; i < ends.length; i++) {
        ends[i] = Math.max((int) places[i], i == 0 ? 0 : ends[i - 1]);
      }
      return new Repeated(places, ends);
    }

    private static void collect(Node node, List<Node> found) {
      if (node instanceof Alias alias) {
        found.add(alias.referent());
      } else if (node instanceof Mapping mapping) {
        for (Entry entry : mapping.entries()) {
          collect(entry.value(), found);
        }
      } else if (node instanceof Sequence sequence) {
        for (Node item : sequence.items()) {
          collect(item, found);
        }
      }
    }

    boolean holds(Node node) {
      int behind = Arrays.binarySearch(places, node.start() + 1L << Integer.SIZE);
      int last = (behind < 0 ? -behind - 1 : behind) - 1;
      return last >= 0 && ends[last] >= node.end();
    }
  }

  /** True where a node stands inside {@code […]} or <code>{…}</code>. */
  static boolean inFlow(Node root, Node node) {
    Node at = root;
    while (at != node) {
      if (at instanceof Mapping mapping && mapping.flow()
          || at instanceof Sequence sequence && sequence.flow()) {
        return true;
      }
      Node next = childAround(at, node);
      if (next == at) {
        return false;
      }
      at = next;
    }
    return false;
  }

  /** Children stand in the order of the text, so that not all of them need be looked at. */
  private static Node childAround(Node parent, Node node) {
    int low = 0;
    int high = children(parent) - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (child(parent, middle).start() <= node.start()) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return high >= 0 && holds(child(parent, low), node) ? child(parent, low) : parent;
  }

  private static int children(Node parent) {
    return parent instanceof Mapping mapping
        ? mapping.entries().size()
        : parent instanceof Sequence sequence ? sequence.items().size() : 0;
  }

  private static Node child(Node parent, int index) {
    return parent instanceof Mapping mapping
        ? mapping.entries().get(index).value()
        : parent.items().get(index);
  }

  private static boolean holds(Node outer, Node inner) {
    return outer.start() <= inner.start() && inner.end() <= outer.end();
  }
}
