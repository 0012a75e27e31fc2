package dev.migrationgate.order;

import dev.migrationgate.krm.Block;
import dev.migrationgate.krm.InvalidInput;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.yaml.Alias;
import dev.migrationgate.yaml.Entry;
import dev.migrationgate.yaml.Mapping;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A stable topological order of blocks: what a block needs is moved before it, and nothing else
 * moves.
 */
public final class Ordering {
  private final Needs needs;

  private Ordering(Needs needs) {
    this.needs = needs;
  }

  /**
   * The blocks in the order in which they are to be written.
   *
   * @throws InvalidInput when they need each other in a circle, or cannot move for an alias
   */
  public static List<Block> order(List<Block> blocks, Rollout rollout) {
    Needs needs = Needs.of(rollout);
    return needs.isEmpty() ? blocks : new Ordering(needs).order(blocks);
  }

  private List<Block> order(List<Block> blocks) {
    List<Block> withInner = new ArrayList<>(blocks.size());
    boolean changed = false;
    for (Block block : blocks) {
      List<Block> items = block.items().size() > 1 ? order(block.items()) : block.items();
      changed |= items != block.items();
      withInner.add(items == block.items() ? block : block.withItems(items));
    }
    List<Block> sorted = new Sorting(withInner).sort();
    boolean moves = !Block.isSameOrder(sorted, withInner);
    if (moves && areTied(blocks)) {
      throw new InvalidInput(
          "these must change their order, and one repeats a part of another through a YAML anchor;"
              + " write it out, or switch off spec.order");
    }
    return changed || moves ? sorted : blocks;
  }

  /** An alias that leads out of its block must stay behind its anchor, and before the next one. */
  private static boolean areTied(List<Block> blocks) {
    for (Block block : blocks) {
      for (Resource resource : block.resources()) {
        if (leadsOut(resource.root(), block)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean leadsOut(Node node, Block block) {
    if (node instanceof Alias alias) {
      int anchor = alias.referent().start();
      return anchor < block.start() || anchor >= block.end();
    }
    if (node instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        if (leadsOut(entry.key(), block) || leadsOut(entry.value(), block)) {
          return true;
        }
      }
    } else if (node instanceof Sequence sequence) {
      for (Node item : sequence.items()) {
        if (leadsOut(item, block)) {
          return true;
        }
      }
    }
    return false;
  }

  private final class Sorting {
    private final List<Block> blocks;
    private final Map<Integer, Integer> blockOf = new HashMap<>();
    private final List<Block> sorted = new ArrayList<>();
    private final List<Integer> open = new ArrayList<>();
    private final boolean[] done;

    Sorting(List<Block> blocks) {
      this.blocks = blocks;
      this.done = new boolean[blocks.size()];
      for (int i = 0; i < blocks.size(); i++) {
        for (Resource resource : blocks.get(i).resources()) {
          blockOf.put(resource.position(), i);
        }
      }
    }

    List<Block> sort() {
      for (int i = 0; i < blocks.size(); i++) {
        emit(i);
      }
      return sorted;
    }

    private void emit(int block) {
      if (done[block]) {
        return;
      }
      if (open.contains(block)) {
        throw new InvalidInput(cycle(block));
      }
      open.add(block);
      for (Resource resource : blocks.get(block).resources()) {
        for (int needed : needs.of(resource.position())) {
          Integer other = blockOf.get(needed);
          if (other != null && other != block) {
            emit(other);
          }
        }
      }
      open.remove(open.size() - 1);
      done[block] = true;
      sorted.add(blocks.get(block));
    }

    private String cycle(int block) {
      StringBuilder path = new StringBuilder("these need each other in a circle: ");
      for (int i = open.indexOf(block); i < open.size(); i++) {
        path.append(name(open.get(i))).append(" needs ");
      }
      return path.append(name(block)).append("; break it, or switch off spec.order").toString();
    }

    private String name(int block) {
      List<Resource> resources = blocks.get(block).resources();
      return resources.get(0).identity();
    }
  }
}
