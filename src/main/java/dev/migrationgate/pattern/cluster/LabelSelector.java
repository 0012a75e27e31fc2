package dev.migrationgate.pattern.cluster;

import dev.migrationgate.pattern.pod.PodTemplate;
import dev.migrationgate.yaml.Entry;
import dev.migrationgate.yaml.Node;
import java.util.List;
import java.util.Map;

/** Tells which pods a selector selects (Kubernetes documentation, Labels and Selectors). */
public final class LabelSelector {
  private LabelSelector() {}

  /** True when pods of this template have every label of a mapping, and it has any. */
  public static boolean selects(List<Entry> labels, PodTemplate pod) {
    return selects(labels, pod.labels());
  }

  /** True when pods of this template match {@code matchLabels} and {@code matchExpressions}. */
  public static boolean matches(Node selector, PodTemplate pod) {
    return matches(selector, pod.labels());
  }

  /** True when labels have every label of a mapping, and it has any. */
  public static boolean selects(List<Entry> wanted, Map<String, String> labels) {
    for (Entry label : wanted) {
      if (!label.value().text().orElse("").equals(labels.get(label.name()))) {
        return false;
      }
    }
    return !wanted.isEmpty();
  }

  static boolean matches(Node selector, Map<String, String> labels) {
    List<Entry> wanted = selector.entries("matchLabels");
    if (!wanted.isEmpty() && !selects(wanted, labels)) {
      return false;
    }
    for (Node expression : selector.items("matchExpressions")) {
      if (!meets(expression, labels)) {
        return false;
      }
    }
    return true;
  }

  private static boolean meets(Node expression, Map<String, String> labels) {
    String value = labels.get(expression.text("key").orElse(""));
    return switch (expression.text("operator").orElse("")) {
      case "In" -> value != null && lists(expression, value);
      case "NotIn" -> value == null || !lists(expression, value);
      case "Exists" -> value != null;
      case "DoesNotExist" -> value == null;
      default -> false;
    };
  }

  private static boolean lists(Node expression, String value) {
    for (Node item : expression.items("values")) {
      if (item.has(value)) {
        return true;
      }
    }
    return false;
  }
}
