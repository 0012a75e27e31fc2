package dev.migrationgate.pattern.database;

import dev.migrationgate.krm.NamespacedIndex;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.pattern.cluster.LabelSelector;
import dev.migrationgate.pattern.cluster.Peer;
import dev.migrationgate.pattern.gate.Workload;
import dev.migrationgate.pattern.migration.MigrationJob;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.pod.Environment;
import dev.migrationgate.pattern.pod.PodTemplate;
import dev.migrationgate.yaml.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the workload of the input that is a Job's database, by the host that its settings name. */
public final class DatabaseLocation {
  private final Resources resources;

  /** The workloads by each label of their pods, {@code key=value}. */
  private final NamespacedIndex byLabel = new NamespacedIndex();

  /**
   * @param workloads all workloads among the resources
   */
  public DatabaseLocation(Resources resources, List<Workload> workloads) {
    this.resources = resources;
    for (Workload workload : workloads) {
      for (Map.Entry<String, String> label : workload.pod().labels().entrySet()) {
        byLabel.add(label.getKey() + "=" + label.getValue(), workload.resource());
      }
    }
  }

  /** The database's pods, empty where the settings are not in the input or lead elsewhere. */
  public Optional<Peer> of(MigrationJob job) {
    for (Container container : job.pod().containers()) {
      Environment environment = Environment.of(container, job.resource(), resources);
      for (String name : environment.variables().keySet()) {
        Optional<String> value = environment.value(name);
        if (value.isPresent() && DatabaseAddress.isSetting(name)) {
          Optional<Peer> found = behind(DatabaseAddress.host(name, value.get()), job);
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
  private Optional<Peer> behind(String host, MigrationJob job) {
    String[] parts = host.split("\\.", -1);
    String namespace = parts.length > 1 ? parts[1] : job.resource().namespace();
    for (Resource service : resources.named("", "Service", parts[0], namespace)) {
      if (!service.root().entries("spec", "selector").isEmpty()) {
        List<Peer> pods = selected(service);
        return pods.size() == 1 ? Optional.of(pods.get(0)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private List<Peer> selected(Resource service) {
    List<Entry> selector = service.root().entries("spec", "selector");
    List<Peer> pods = new ArrayList<>();
    for (Resource workload : candidates(selector, service.namespace())) {
      Peer peer = Peer.of(workload, PodTemplate.of(workload).orElseThrow());
      if (LabelSelector.selects(selector, peer.labels())) {
        pods.add(peer);
      }
    }
    return pods;
  }

  /** The workloads with the rarest of the wanted labels. */
  private List<Resource> candidates(List<Entry> selector, String namespace) {
    List<Resource> fewest = List.of();
    for (Entry label : selector) {
      String key = label.name() + "=" + label.value().text().orElse("");
      List<Resource> having = byLabel.find(key, namespace);
      if (having.isEmpty()) {
        return having;
      }
      fewest = fewest.isEmpty() || having.size() < fewest.size() ? having : fewest;
    }
    return fewest;
  }
}
