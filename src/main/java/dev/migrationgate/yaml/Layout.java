package dev.migrationgate.yaml;

import java.util.List;
import java.util.Optional;

/**
 * How an author lays a document out.
 *
 * @param step by how many spaces a mapping stands deeper than its key
 * @param dash by how many spaces a sequence's dashes stand deeper than its key
 * @param gap how many characters there are from a dash to what it introduces
 * @param words how lists of words stand
 * @param lineBreak what ends a line
 */
public record Layout(int step, int dash, int gap, Words words, String lineBreak) {
  private static final int DEFAULT_STEP = 2;

  /** How a list of nothing but strings stands. */
  public enum Words {
    /** A line each. */
    ON_LINES,
    /** <code>[a, b]</code>. */
    PLAIN,
    /** <code>['a', 'b']</code>. */
    SINGLE_QUOTED,
    /** <code>["a", "b"]</code>. */
    DOUBLE_QUOTED
  }

  /** What the documents of a text show; as kustomize and kpt have it where they show nothing. */
  public static Layout of(SourceText source, List<? extends Node> roots) {
    Reading reading = new Reading(source);
    for (Node root : roots) {
      if (reading.step.isEmpty() || reading.dash.isEmpty() || reading.words.isEmpty()) {
        reading.visit(root);
      }
    }
    return new Layout(
        reading.step.orElse(DEFAULT_STEP),
        reading.dash.orElse(0),
        reading.gap.orElse(DEFAULT_STEP),
        reading.words.orElse(Words.ON_LINES),
        source.lineBreak());
  }

  /** What one document shows, and this for the rest. */
  Layout in(SourceText source, Node root) {
    Reading reading = new Reading(source);
    reading.visit(root);
    return new Layout(
        reading.step.orElse(step),
        reading.dash.orElse(dash),
        reading.gap.orElse(gap),
        reading.words.orElse(words),
        lineBreak);
  }

  /** Goes through a document until it has seen one of each. */
  private static final class Reading {
    private final SourceText source;
    private Optional<Integer> step = Optional.empty();
    private Optional<Integer> dash = Optional.empty();
    private Optional<Integer> gap = Optional.empty();
    private Optional<Words> words = Optional.empty();

    Reading(SourceText source) {
      this.source = source;
    }

    void visit(Node node) {
      if (node instanceof Mapping mapping) {
        for (Entry entry : mapping.entries()) {
          if (!mapping.flow()) {
            look(entry);
          }
          visit(entry.value());
        }
      } else if (node instanceof Sequence sequence) {
        if (words.isEmpty() && !sequence.items().isEmpty()) {
          words = wordsOf(sequence);
        }
        for (Node item : sequence.items()) {
          visit(item);
        }
      }
    }

    /** Empty where it holds more than scalars. */
    private Optional<Words> wordsOf(Sequence sequence) {
      for (Node item : sequence.items()) {
        if (!(item instanceof Scalar)) {
          return Optional.empty();
        }
      }
      boolean onOneLine = source.line(sequence.start()) == source.line(sequence.end());
      if (!sequence.flow() || !onOneLine) {
        return Optional.of(Words.ON_LINES);
      }
      Scalar first = (Scalar) sequence.items().get(0);
      return Optional.of(
          switch (first.style()) {
            case DOUBLE_QUOTED -> Words.DOUBLE_QUOTED;
            case SINGLE_QUOTED -> Words.SINGLE_QUOTED;
            default -> Words.PLAIN;
          });
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
