package dev.migrationgate.krm;

import dev.migrationgate.yaml.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A stretch of source text that moves as a whole.
 *
 * @param source the text that it is cut from
 * @param start where it starts, its leading comments and its {@code ---} included
 * @param end where it ends
 * @param form what kind of stretch it is
 * @param resource what stands in it; empty for comments, for what is no resource, and for a List
 * @param items the blocks of the items, where it is a {@code kind: List}
 */
public record Block(
    SourceText source,
    int start,
    int end,
    Form form,
    Optional<Resource> resource,
    List<Block> items) {

  /** What a block's text looks like, and so how two of them are put next to each other. */
  public enum Form {
    /** What stands before the first document of a file: comments, a byte order mark. */
    PREAMBLE,
    /** A document of a stream. */
    DOCUMENT,
    /** An item of a block sequence: whole lines. */
    LINES,
    /** An item of a flow sequence, without the commas around it. */
    FLOW
  }

  /** The same stretch with its items in another order. */
  public Block withItems(List<Block> ordered) {
    return new Block(source, start, end, form, resource, ordered);
  }

  /** True when both hold the very same blocks in the same order. */
  public static boolean isSameOrder(List<Block> one, List<Block> other) {
    boolean same = one.size() == other.size();
    for (int i = 0; same && i < one.size(); i++) {
      same = one.get(i) == other.get(i);
    }
    return same;
  }

  /** All resources in it, those of a List included. */
  public List<Resource> resources() {
    if (items.isEmpty()) {
      return resource.isPresent() ? List.of(resource.get()) : List.of();
    }
    List<Resource> all = new ArrayList<>();
    for (Block item : items) {
      all.addAll(item.resources());
    }
    return all;
  }
}
