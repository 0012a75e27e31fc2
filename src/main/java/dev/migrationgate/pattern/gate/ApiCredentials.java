package dev.migrationgate.pattern.gate;

import dev.migrationgate.pattern.pod.CommandLine;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.shell.ShellCommand;
import dev.migrationgate.yaml.Node;

/** Tells whether a container asks the API server as somebody else than its pod's ServiceAccount. */
final class ApiCredentials {
  private static final String TOKENS = "/var/run/secrets/kubernetes.io/serviceaccount";

  private ApiCredentials() {}

  /** True for a kubeconfig or a token of its own, so that nobody can tell who asks. */
  static boolean areBroughtBy(Container container) {
    for (ShellCommand command : CommandLine.of(container).commands()) {
      for (String word : command.words()) {
        if (word.startsWith("--kubeconfig") || word.startsWith("--token")) {
          return true;
        }
      }
    }
    for (Node variable : container.node().items("env")) {
      if (variable.has("KUBECONFIG", "name")) {
        return true;
      }
    }
    for (Node mount : container.node().items("volumeMounts")) {
      String path = mount.text("mountPath").orElse("");
      if (path.startsWith(TOKENS) && !isOwnToken(mount, container) || path.contains(".kube")) {
        return true;
      }
    }
    return false;
  }

  /** True where a token of the pod's own ServiceAccount is mounted for this container to find. */
  static boolean haveOwnToken(Container container) {
    for (Node mount : container.node().items("volumeMounts")) {
      if (mount.text("mountPath").orElse("").startsWith(TOKENS) && isOwnToken(mount, container)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOwnToken(Node mount, Container container) {
    for (Node volume : container.pod().items("volumes")) {
      if (volume.text("name").equals(mount.text("name"))) {
        for (Node source : volume.items("projected", "sources")) {
          if (source.get("serviceAccountToken").isPresent()) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
