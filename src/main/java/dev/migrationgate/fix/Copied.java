package dev.migrationgate.fix;

import dev.migrationgate.yaml.Entry;
import dev.migrationgate.yaml.Fragment;
import dev.migrationgate.yaml.Mapping;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.Scalar;
import dev.migrationgate.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;

/** Copies a piece of a manifest as its source has it: variables stay variables. */
final class Copied {
  private Copied() {}

  /** A copy of a node; aliases and merge keys become what they stand for. */
  static Fragment of(Node node) {
    Node target = node.target();
    if (target instanceof Mapping mapping) {
      List<Fragment.Pair> pairs = new ArrayList<>();
      for (Entry entry : mapping.merged()) {
        pairs.add(new Fragment.Pair(entry.name(), of(entry.value())));
      }
      return new Fragment.Entries(pairs);
    }
    if (target instanceof Sequence sequence) {
      List<Fragment> items = new ArrayList<>();
      for (Node item : sequence.items()) {
        items.add(of(item));
      }
      return new Fragment.Items(items);
    }
    Scalar scalar = (Scalar) target;
    return scalar.isRetyped()
        ? new Fragment.Literal(scalar.written())
        : new Fragment.Text(scalar.written());
  }
}
