package dev.migrationgate.report;

import java.util.Arrays;

/** Places of a text that must not be shown. */
public final class Spans {
  private static final String MASK = "***";

  /** Start and end of each in one number, so that they sort by start. */
  private long[] places = new long[8];

  private int count;
  private boolean sorted = true;

  /** Adds a place; one without length is none. */
  public void add(int start, int end) {
    if (start >= end) {
      return;
    }
    if (count == places.length) {
      places = Arrays.copyOf(places, count * 2);
    }
    places[count] = ((long) start << Integer.SIZE) | end;
    count++;
    sorted = false;
  }

  /** Adds a place line by line, without indentation: what is shown is shown by lines. */
  public void addLines(String text, int start, int end) {
    int at = start;
    while (at < end) {
      while (at < end && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      int from = at;
      while (at < end && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
        at++;
      }
      add(from, at);
    }
  }

  /** How many places there are, those that touch taken together. */
  public int count() {
    join();
    return count;
  }

  /** The text with a mask over each place. */
  public String masked(String text) {
    return count == 0 ? text : masked(text, 0, text.length());
  }

  /** A part of the text with a mask over what of each place lies in it. */
  public String masked(String text, int from, int to) {
    join();
    StringBuilder masked = new StringBuilder();
    int copied = from;
    for (int i = firstBehind(from); i < count && start(i) < to; i++) {
      masked.append(text, copied, Math.max(start(i), from)).append(MASK);
      copied = Math.min(end(i), to);
    }
    return masked.append(text, copied, to).toString();
  }

  /** Tells of what of each place lies in a part of the text, in their order. */
  public void forEach(int from, int to, Visitor visitor) {
    join();
    for (int i = firstBehind(from); i < count && start(i) < to; i++) {
      visitor.visit(Math.max(start(i), from), Math.min(end(i), to));
    }
  }

  /** What is done about a place. */
  public interface Visitor {
    void visit(int start, int end);
  }

  /** Where the place that an offset lies in starts; the offset itself where it lies in none. */
  public int startAround(int offset) {
    join();
    int i = firstBehind(offset);
    return i < count && start(i) < offset ? start(i) : offset;
  }

  /** The first place that ends behind an offset. */
  private int firstBehind(int offset) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (end(middle) > offset) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** Sorts them, and makes one of those that touch. */
  private void join() {
    if (sorted) {
      return;
    }
    Arrays.sort(places, 0, count);
    int last = 0;
    for (int i = 1; i < count; i++) {
      if (start(i) <= end(last)) {
        places[last] = ((long) start(last) << Integer.SIZE) | Math.max(end(last), end(i));
      } else {
        last++;
        places[last] = places[i];
      }
    }
    count = Math.min(count, last + 1);
    sorted = true;
  }

  private int start(int i) {
    return (int) (places[i] >>> Integer.SIZE);
  }

  private int end(int i) {
    return (int) places[i];
  }
}
