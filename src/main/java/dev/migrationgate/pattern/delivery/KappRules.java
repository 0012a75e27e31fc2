package dev.migrationgate.pattern.delivery;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.yaml.Entry;
import java.util.ArrayList;
import java.util.List;

/**
 * The change groups and change rules by which kapp orders resources (kapp documentation, Apply
 * ordering).
 */
final class KappRules {
  private static final String GROUP = "kapp.k14s.io/change-group";
  private static final String RULE = "kapp.k14s.io/change-rule";

  private KappRules() {}

  /** True when kapp waits until the one is done before it touches the other. */
  static boolean isBefore(Resource one, Resource other) {
    return says(other, "after", values(one, GROUP)) || says(one, "before", values(other, GROUP));
  }

  private static boolean says(Resource resource, String relation, List<String> groups) {
    for (String rule : values(resource, RULE)) {
      List<String> words = List.of(rule.trim().split("\\s+"));
      if (words.size() == 4
          && words.get(0).equals("upsert")
          && words.get(1).equals(relation)
          && words.get(2).equals("upserting")
          && groups.contains(words.get(3))) {
        return true;
      }
    }
    return false;
  }

  /** The values of an annotation; several of one kind have keys of the form {@code key.suffix}. */
  private static List<String> values(Resource resource, String key) {
    List<String> values = new ArrayList<>();
    for (Entry entry : resource.root().entries("metadata", "annotations")) {
      if (entry.name().equals(key) || entry.name().startsWith(key + ".")) {
        values.add(expand(entry.value().text().orElse(""), resource));
      }
    }
    return values;
  }

  private static String expand(String text, Resource resource) {
    return text.indexOf('{') < 0
        ? text
        : text.replace("{api-group}", resource.group())
            .replace("{kind}", resource.kind())
            .replace("{name}", resource.name())
            .replace("{namespace}", resource.namespace());
  }
}
