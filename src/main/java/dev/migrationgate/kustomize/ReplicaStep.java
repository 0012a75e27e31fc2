package dev.migrationgate.kustomize;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.yaml.Node;
import java.util.List;
import java.util.Set;

/** A kustomization's {@code replicas} (kustomize 5.8, api/internal/builtins). */
record ReplicaStep(List<Node> replicas) {
  private static final Set<String> KINDS =
      Set.of("Deployment", "ReplicaSet", "ReplicationController", "StatefulSet");

  /**
   * @param root the resource's tree as it is by now
   */
  Node apply(Resource resource, Node root) {
    Node changed = root;
    for (Node replica : replicas) {
      boolean meant = resource.names().contains(replica.text("name").orElse(""));
      if (meant && KINDS.contains(resource.kind()) && replica.text("count").isPresent()) {
        changed = Trees.set(changed, replica.text("count").get(), "spec", "replicas");
      }
    }
    return changed;
  }
}
