package dev.migrationgate.pattern;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.yaml.Node;
import java.util.List;
import java.util.Optional;

/** Tells which pods a Service sends requests to. */
public final class ServiceTraffic {
  private ServiceTraffic() {}

  /** True when a Service selects pods of this template, and they have a port that it asks for. */
  public static boolean reaches(Resource service, Resource owner, PodTemplate pod) {
    return service.is("", "Service")
        && service.namespace().equals(owner.namespace())
        && LabelSelector.selects(service.root().entries("spec", "selector"), pod)
        && hasPort(service, pod);
  }

  /** A port that a Service names must be declared by the pod; one that it numbers need not. */
  private static boolean hasPort(Resource service, PodTemplate pod) {
    List<Node> ports = service.root().items("spec", "ports");
    for (Node port : ports) {
      Optional<String> target = port.text("targetPort");
      if (target.isEmpty()
          || Character.isDigit(target.get().charAt(0))
          || declares(pod, target.get())) {
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
