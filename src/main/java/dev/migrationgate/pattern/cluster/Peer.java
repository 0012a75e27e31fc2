package dev.migrationgate.pattern.cluster;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.pod.Count;
import dev.migrationgate.pattern.pod.PodTemplate;
import dev.migrationgate.yaml.Node;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A pod as the network sees it.
 *
 * @param owner whose pod it is
 * @param labels its labels
 * @param ports the ports that its containers name; none where they leave it open
 */
public record Peer(Resource owner, Map<String, String> labels, Set<Long> ports) {
  public Peer {
    labels = Map.copyOf(labels);
    ports = Set.copyOf(ports);
  }

  /** The pods of a workload or Job. */
  public static Peer of(Resource owner, PodTemplate pod) {
    Map<String, String> labels = new LinkedHashMap<>();
    if (owner.kind().equals("Job")) {
      labels.put("job-name", owner.name());
      labels.put("batch.kubernetes.io/job-name", owner.name());
    }
    labels.putAll(pod.labels());
    Set<Long> ports = new HashSet<>();
    for (Container container : pod.containers()) {
      for (Node port : container.node().items("ports")) {
        OptionalLong number = Count.at(port, "containerPort");
        if (number.isPresent()) {
          ports.add(number.getAsLong());
        }
      }
    }
    return new Peer(owner, labels, ports);
  }
}
