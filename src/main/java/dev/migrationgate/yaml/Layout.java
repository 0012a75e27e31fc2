package dev.migrationgate.yaml;

import java.util.List;
import java.util.Optional;

/**
 * How an author lays a document out.
 *
 * @param step by how many spaces a mapping stands deeper than its key
 * @param dash by how many spaces a sequence's dashes stand deeper than its key
 * @param gap how many characters there are from a dash to what it introduces
 * @param lineBreak what ends a line
 */
public record Layout(int step, int dash, int gap, String lineBreak) {
  private static final int DEFAULT_STEP = 2;

  /** The layout of a document, that of kustomize and kpt where it shows none. */
  public static Layout of(SourceText source, Node root) {
    Reading reading = new Reading(source);
    reading.visit(root);
    int step = reading.step.orElse(DEFAULT_STEP);
    return new Layout(
        step, reading.dash.orElse(0), reading.gap.orElse(DEFAULT_STEP), source.lineBreak());
  }

  /** Goes through a document until it has seen one of each. */
  private static final class Reading {
    private final SourceText source;
    private Optional<Integer> step = Optional.empty();
    private Optional<Integer> dash = Optional.empty();
    private Optional<Integer> gap = Optional.empty();

    Reading(SourceText source) {
      this.source = source;
    }

    void visit(Node node) {
      if (node instanceof Mapping mapping && !mapping.flow()) {
        for (Entry entry : mapping.entries()) {
          look(entry);
          visit(entry.value());
        }
      } else if (node instanceof Sequence sequence && !sequence.flow()) {
        for (Node item : sequence.items()) {
          visit(item);
        }
      }
    }

    private void look(Entry entry) {
      int key = source.columnOf(entry.key());
      if (entry.value() instanceof Mapping value && !value.flow() && step.isEmpty()) {
        List<Entry> entries = value.entries();
        step = Optional.of(source.columnOf(entries.get(0).key()) - key);
      } else if (entry.value() instanceof Sequence value && !value.flow() && dash.isEmpty()) {
        Node first = value.items().get(0);
        int dashColumn = source.dashColumn(first);
        dash = Optional.of(dashColumn - key);
        gap = Optional.of(Math.max(columnOfContent(first) - dashColumn, DEFAULT_STEP));
      }
    }

    private int columnOfContent(Node item) {
      return item instanceof Mapping mapping && !mapping.flow() && !mapping.entries().isEmpty()
          ? source.columnOf(mapping.entries().get(0).key())
          : source.columnOf(item);
    }
  }
}
