package dev.migrationgate.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Edits of one source text: sorted, without overlap, the same edit given twice counted once. */
public final class Edits {
  private final List<Edit> sorted;

  private Edits(List<Edit> sorted) {
    this.sorted = sorted;
  }

  /**
   * Sorts and checks.
   *
   * @throws IllegalArgumentException when two edits overlap
   */
  public static Edits of(List<Edit> edits) {
    List<Edit> inOrder = new ArrayList<>(edits);
    Collections.sort(inOrder);
    List<Edit> sorted = new ArrayList<>(inOrder.size());
    for (Edit edit : inOrder) {
      if (!sorted.isEmpty()) {
        Edit last = sorted.get(sorted.size() - 1);
        if (last.equals(edit)) {
          continue;
        }
        if (edit.start() < last.end()) {
          throw new IllegalArgumentException("overlapping edits at " + edit.start());
        }
      }
      sorted.add(edit);
    }
    return new Edits(sorted);
  }

  /** Appends the stretch from {@code start} to {@code end} of the text, edited. */
  public void copy(String text, int start, int end, StringBuilder out) {
    int at = start;
    for (int i = firstFrom(start); i < sorted.size(); i++) {
      Edit edit = sorted.get(i);
      if (edit.end() > end || (edit.start() == end && end < text.length())) {
        break;
      }
      out.append(text, at, edit.start()).append(edit.text());
      at = edit.end();
    }
    out.append(text, at, end);
  }

  /** The edits in their order; those that touch are made one. */
  public List<Edit> joined() {
    List<Edit> joined = new ArrayList<>(sorted.size());
    for (Edit edit : sorted) {
      Edit last = joined.isEmpty() ? edit : joined.get(joined.size() - 1);
      if (!joined.isEmpty() && last.end() == edit.start()) {
        joined.set(
            joined.size() - 1, new Edit(last.start(), edit.end(), last.text() + edit.text()));
      } else {
        joined.add(edit);
      }
    }
    return joined;
  }

  private int firstFrom(int start) {
    int low = 0;
    int high = sorted.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted.get(middle).start() < start) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
