package dev.migrationgate.fix;

import dev.migrationgate.pattern.gate.Workload;
import dev.migrationgate.yaml.Fragment;
import dev.migrationgate.yaml.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * A token of the pod's ServiceAccount for the gate alone, where the pod mounts none: the volume
 * that the API server would have added for all containers (Kubernetes documentation, Managing
 * Service Accounts, Bound service account token volume).
 */
final class GateToken {
  private static final String VOLUME = "migration-gate-token";
  private static final String PATH = "/var/run/secrets/kubernetes.io/serviceaccount";

  private GateToken() {}

  /** The mount that the gate's container gets. */
  static Fragment.Entries mount() {
    return Fragment.of("name", VOLUME)
        .with("mountPath", PATH)
        .with("readOnly", new Fragment.Literal("true"));
  }

  /** The volume, where the pod does not have it yet. */
  static List<Change> volume(Workload workload) {
    List<Node> volumes = workload.pod().spec().items("volumes");
    for (Node volume : volumes) {
      if (volume.has(VOLUME, "name")) {
        return List.of();
      }
    }
    Fragment.Entries token =
        Fragment.of(
            "serviceAccountToken",
            Fragment.of("path", "token").with("expirationSeconds", new Fragment.Literal("3600")));
    Fragment.Entries authority =
        Fragment.of(
            "configMap",
            Fragment.of("name", "kube-root-ca.crt")
                .with("items", items(Fragment.of("key", "ca.crt").with("path", "ca.crt"))));
    Fragment.Entries namespace =
        Fragment.of(
            "downwardAPI",
            Fragment.of(
                "items",
                items(
                    Fragment.of("path", "namespace")
                        .with("fieldRef", Fragment.of("fieldPath", "metadata.namespace")))));
    Fragment.Entries volume =
        Fragment.of("name", VOLUME)
            .with("projected", Fragment.of("sources", items(token, authority, namespace)));
    List<String> path = TreePath.of(workload.pod().path(), "volumes");
    return List.of(new Change.Insert(workload.resource(), path, volumes.size(), volume));
  }

  private static Fragment.Items items(Fragment... items) {
    List<Fragment> all = new ArrayList<>(items.length);
    for (Fragment item : items) {
      all.add(item);
    }
    return new Fragment.Items(all);
  }
}
