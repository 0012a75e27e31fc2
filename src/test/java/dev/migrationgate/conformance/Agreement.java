package dev.migrationgate.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Counts, field by field, where label and program say the same. */
final class Agreement {
  private final Map<String, String> explained;
  private final Set<String> stale;
  private final Map<String, int[]> counts = new LinkedHashMap<>();
  private final List<String> disagreements = new ArrayList<>();
  private final List<String> unexplained = new ArrayList<>();

  /**
   * @param explained why a label and the program may differ, by {@code field of where}; they count
   *     as disagreements all the same
   */
  Agreement(Map<String, String> explained) {
    this.explained = explained;
    this.stale = new TreeSet<>(explained.keySet());
  }

  void add(String field, String where, String label, String found) {
    int[] count = counts.computeIfAbsent(field, unused -> new int[2]);
    count[1]++;
    if (label.equals(found)) {
      count[0]++;
      return;
    }
    String key = field + " of " + where;
    String line = key + ": labelled " + label + ", found " + found;
    String reason = explained.get(key);
    if (reason == null) {
      unexplained.add(line);
    }
    stale.remove(key);
    disagreements.add(reason == null ? line : line + " (" + reason + ")");
  }

  /** How much of a field agrees, from 0 to 1. */
  double share(String field) {
    int[] count = counts.get(field);
    return (double) count[0] / count[1];
  }

  List<String> unexplained() {
    return unexplained;
  }

  /** Explanations of what agrees by now. */
  Set<String> stale() {
    return stale;
  }

  void print() {
    counts.forEach(
        (field, count) -> System.out.printf("%-20s %3d of %3d agree%n", field, count[0], count[1]));
    disagreements.forEach(line -> System.out.println("  " + line));
  }
}
