package dev.migrationgate.pattern;

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
      if (path.startsWith(TOKENS) || path.contains(".kube")) {
        return true;
      }
    }
    return false;
  }
}
