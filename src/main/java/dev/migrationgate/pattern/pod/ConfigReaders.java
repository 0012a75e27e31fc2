package dev.migrationgate.pattern.pod;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.yaml.Entry;
import dev.migrationgate.yaml.Mapping;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.Sequence;
import java.util.Set;

/** Tells whether somebody else than we reads a ConfigMap or Secret. */
public final class ConfigReaders {
  private static final Set<String> REFERENCES =
      Set.of("configMapRef", "configMapKeyRef", "configMap", "secretRef", "secretKeyRef", "secret");

  private ConfigReaders() {}

  /** True when a pod of any kind, or Flux's postBuild, names it. */
  public static boolean hasAny(Resource holder, Resources resources) {
    for (Resource resource : resources) {
      for (String name : holder.names()) {
        if (reads(resource.root(), name)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean reads(Node node, String name) {
    if (node instanceof Mapping mapping) {
      for (Entry entry : mapping.merged()) {
        Node value = entry.value().target();
        boolean names = value.has(name, "name") || value.has(name, "secretName");
        if (REFERENCES.contains(entry.name()) && names
            || entry.name().equals("substituteFrom") && lists(value, name)
            || reads(value, name)) {
          return true;
        }
      }
    } else if (node instanceof Sequence sequence) {
      for (Node item : sequence.items()) {
        if (reads(item.target(), name)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean lists(Node list, String name) {
    for (Node item : list.items()) {
      if (item.has(name, "name")) {
        return true;
      }
    }
    return false;
  }
}
