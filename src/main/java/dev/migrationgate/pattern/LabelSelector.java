package dev.migrationgate.pattern;

import dev.migrationgate.yaml.Entry;
import dev.migrationgate.yaml.Node;
import java.util.List;
import java.util.Optional;

/** Tells which pods a selector selects. */
public final class LabelSelector {
  private LabelSelector() {}

  /** True when pods of this template have every label of a mapping, and it has any. */
  public static boolean selects(List<Entry> labels, PodTemplate pod) {
    for (Entry label : labels) {
      if (!pod.template()
          .has(label.value().text().orElse(""), "metadata", "labels", label.name())) {
        return false;
      }
    }
    return !labels.isEmpty();
  }

  /** True when pods of this template match {@code matchLabels} and {@code matchExpressions}. */
  public static boolean matches(Node selector, PodTemplate pod) {
    List<Entry> labels = selector.entries("matchLabels");
    if (!labels.isEmpty() && !selects(labels, pod)) {
      return false;
    }
    for (Node expression : selector.items("matchExpressions")) {
      if (!meets(expression, pod)) {
        return false;
      }
    }
    return true;
  }

  private static boolean meets(Node expression, PodTemplate pod) {
    Optional<String> value =
        pod.template().text("metadata", "labels", expression.text("key").orElse(""));
    return switch (expression.text("operator").orElse("")) {
      case "In" -> value.isPresent() && lists(expression, value.get());
      case "NotIn" -> value.isEmpty() || !lists(expression, value.get());
      case "Exists" -> value.isPresent();
      case "DoesNotExist" -> value.isEmpty();
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
