package dev.migrationgate.pattern;

import dev.migrationgate.yaml.Node;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The ConfigMaps and Secrets from which a pod reads how to reach a database. */
final class DatabaseSources {
  private DatabaseSources() {}

  /** Each source, {@code Secret shop-db}. */
  static Set<String> of(PodTemplate pod) {
    Set<String> sources = new LinkedHashSet<>();
    for (Container container : pod.containers()) {
      for (Node variable : container.node().items("env")) {
        if (DatabaseAddress.isSetting(variable.text("name").orElse(""))) {
          add(variable.text("valueFrom", "secretKeyRef", "name"), "Secret", sources);
          add(variable.text("valueFrom", "configMapKeyRef", "name"), "ConfigMap", sources);
        }
      }
      // What a whole Secret holds is not told, but credentials it is; a whole ConfigMap is
      // anything.
      for (Node from : container.node().items("envFrom")) {
        add(from.text("secretRef", "name"), "Secret", sources);
      }
    }
    return sources;
  }

  private static void add(Optional<String> name, String kind, Set<String> sources) {
    if (name.isPresent()) {
      sources.add(kind + " " + name.get());
    }
  }
}
