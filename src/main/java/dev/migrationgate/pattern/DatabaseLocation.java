package dev.migrationgate.pattern;

import dev.migrationgate.krm.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the workload of the input that is a Job's database, by the host that its settings name. */
public final class DatabaseLocation {
  private DatabaseLocation() {}

  /** The database's pods, empty where the settings are not in the input or lead elsewhere. */
  public static Optional<Peer> of(MigrationJob job, List<Resource> resources) {
    for (Container container : job.pod().containers()) {
      Environment environment = Environment.of(container, job.resource(), resources);
      for (String name : environment.variables().keySet()) {
        Optional<String> value = environment.value(name);
        if (value.isPresent() && DatabaseAddress.isSetting(name)) {
          Optional<Peer> found = behind(DatabaseAddress.host(name, value.get()), job, resources);
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }

  /**
   * {@code db}, {@code db.shop}, {@code db.shop.svc.cluster.local}: a Service and its namespace.
   */
  private static Optional<Peer> behind(String host, MigrationJob job, List<Resource> resources) {
    String[] parts = host.split("\\.", -1);
    String namespace = parts.length > 1 ? parts[1] : job.resource().namespace();
    for (Resource service : resources) {
      if (service.is("", "Service")
          && service.names().contains(parts[0])
          && service.mayBeIn(namespace)
          && !service.root().entries("spec", "selector").isEmpty()) {
        List<Peer> pods = selected(service, resources);
        return pods.size() == 1 ? Optional.of(pods.get(0)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static List<Peer> selected(Resource service, List<Resource> resources) {
    List<Peer> pods = new ArrayList<>();
    for (Resource resource : resources) {
      Optional<PodTemplate> pod = PodTemplate.of(resource);
      if (pod.isPresent()
          && Workload.isWorkload(resource)
          && resource.mayShareNamespaceWith(service)) {
        Peer peer = Peer.of(resource, pod.get());
        Map<String, String> labels = peer.labels();
        if (LabelSelector.selects(service.root().entries("spec", "selector"), labels)) {
          pods.add(peer);
        }
      }
    }
    return pods;
  }
}
