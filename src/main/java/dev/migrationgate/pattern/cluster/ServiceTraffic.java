package dev.migrationgate.pattern.cluster;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.pod.PodTemplate;
import dev.migrationgate.yaml.Node;
import java.util.ArrayList;
import java.util.List;

/** Tells which pods a Service sends requests to. */
public final class ServiceTraffic {
  private final SelectorIndex services;

  public ServiceTraffic(Resources resources) {
    this.services = new SelectorIndex(resources.of("", "Service"), "spec", "selector");
  }

  /** The Services that select pods of a template which have a port that they ask for. */
  public List<Resource> reaching(Resource owner, PodTemplate pod) {
    List<Resource> found = new ArrayList<>();
    for (Resource service : services.candidates(pod.labels(), owner.namespace())) {
      if (reaches(service, owner, pod)) {
        found.add(service);
      }
    }
    return found;
  }

  private static boolean reaches(Resource service, Resource owner, PodTemplate pod) {
    return service.namespace().equals(owner.namespace())
        && LabelSelector.selects(service.root().entries("spec", "selector"), pod)
        && hasPort(service, pod);
  }

  /**
   * A port that a Service names must be declared by the pod; one that it numbers need not, and an
   * empty name is the Service's own number.
   */
  private static boolean hasPort(Resource service, PodTemplate pod) {
    List<Node> ports = service.root().items("spec", "ports");
    for (Node port : ports) {
      String target = port.text("targetPort").orElse("");
      if (target.isEmpty() || Character.isDigit(target.charAt(0)) || declares(pod, target)) {
        return true;
      }
    }
    return ports.isEmpty();
  }

  private static boolean declares(PodTemplate pod, String name) {
    for (Container container : pod.containers()) {
      for (Node port : container.node().items("ports")) {
        if (port.has(name, "name")) {
          return true;
        }
      }
    }
    return false;
  }
}
