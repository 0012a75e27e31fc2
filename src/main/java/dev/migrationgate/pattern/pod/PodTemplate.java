package dev.migrationgate.pattern.pod;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.yaml.Entry;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pod template of a workload or Job.
 *
 * @param spec the pod's spec
 * @param path where the spec stands in its resource
 */
public record PodTemplate(Node template, Node spec, String path) {

  private static final String DEFAULT_SERVICE_ACCOUNT = "default";

  /** The pod template of a resource, wherever its kind keeps it. */
  public static Optional<PodTemplate> of(Resource resource) {
    String[] keys =
        resource.kind().equals("CronJob")
            ? new String[] {"spec", "jobTemplate", "spec", "template"}
            : new String[] {"spec", "template"};
    Optional<Node> template = resource.root().at(keys);
    if (template.isEmpty() || template.get().get("spec").isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PodTemplate(
            template.get(), template.get().get("spec").get(), String.join(".", keys) + ".spec"));
  }

  /** The labels that its pods get from it. */
  public Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    for (Entry label : template.entries("metadata", "labels")) {
      labels.put(label.name(), label.value().text().orElse(""));
    }
    return labels;
  }

  /** The containers that run after all init containers. */
  public List<Container> containers() {
    return containers("containers");
  }

  /** The init containers that end; native sidecars, which do not, left out. */
  public List<Container> initContainers() {
    List<Container> ending = new ArrayList<>();
    for (Container container : containers("initContainers")) {
      if (!container.node().has("Always", "restartPolicy")) {
        ending.add(container);
      }
    }
    return ending;
  }

  /** All containers, init containers first. */
  public List<Container> allContainers() {
    List<Container> all = containers("initContainers");
    all.addAll(containers("containers"));
    return all;
  }

  private List<Container> containers(String list) {
    List<Container> containers = new ArrayList<>();
    List<Node> items = spec.items(list);
    for (int i = 0; i < items.size(); i++) {
      containers.add(new Container(items.get(i), path + "." + list + "[" + i + "]", spec));
    }
    return containers;
  }

  /** The ServiceAccount that the pod runs as; {@code default} where it names none. */
  public String serviceAccount() {
    Optional<Scalar> named = namedServiceAccount();
    return named.isPresent() ? named.get().value() : DEFAULT_SERVICE_ACCOUNT;
  }

  /** True when the pod names its ServiceAccount. */
  public boolean namesServiceAccount() {
    return namedServiceAccount().isPresent();
  }

  /** Where the pod names its ServiceAccount; an empty text names none. */
  public Optional<Scalar> namedServiceAccount() {
    for (String field : new String[] {"serviceAccountName", "serviceAccount"}) {
      Optional<Scalar> name = spec.scalar(field);
      if (name.isPresent() && !name.get().value().isEmpty()) {
        return name;
      }
    }
    return Optional.empty();
  }
}
