package dev.migrationgate.pattern.pod;

import dev.migrationgate.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A ConfigMap or Secret that a pod names.
 *
 * @param node the scalar that names it
 * @param path that scalar's path in the resource
 */
public record PodReference(String kind, String name, Node node, String path) {

  /** What the containers and volumes of a pod name, in the order of the manifest. */
  public static List<PodReference> of(PodTemplate pod) {
    List<PodReference> found = new ArrayList<>();
    for (Container container : pod.allContainers()) {
      addItems(container.node(), "envFrom", container.path(), found);
      List<Node> variables = container.node().items("env");
      for (int i = 0; i < variables.size(); i++) {
        Optional<Node> from = variables.get(i).get("valueFrom");
        if (from.isPresent()) {
          add(from.get(), container.path() + ".env[" + i + "].valueFrom", found);
        }
      }
    }
    List<Node> volumes = pod.spec().items("volumes");
    for (int i = 0; i < volumes.size(); i++) {
      String path = pod.path() + ".volumes[" + i + "]";
      add(volumes.get(i), path, found);
      Optional<Node> projected = volumes.get(i).get("projected");
      if (projected.isPresent()) {
        addItems(projected.get(), "sources", path + ".projected", found);
      }
    }
    return found;
  }

  private static void addItems(Node holder, String list, String path, List<PodReference> found) {
    List<Node> items = holder.items(list);
    for (int i = 0; i < items.size(); i++) {
      add(items.get(i), path + "." + list + "[" + i + "]", found);
    }
  }

  private static void add(Node from, String path, List<PodReference> found) {
    for (String field : new String[] {"configMapRef", "configMapKeyRef", "configMap"}) {
      add("ConfigMap", from, field, "name", path, found);
    }
    for (String field : new String[] {"secretRef", "secretKeyRef", "secret"}) {
      add("Secret", from, field, "name", path, found);
      add("Secret", from, field, "secretName", path, found);
    }
  }

  private static void add(
      String kind, Node from, String field, String key, String path, List<PodReference> found) {
    Optional<Node> name = from.at(field, key);
    if (name.isPresent() && name.get().text().isPresent()) {
      found.add(
          new PodReference(
              kind, name.get().text().get(), name.get(), path + "." + field + "." + key));
    }
  }
}
