package dev.migrationgate.fix;

import dev.migrationgate.pattern.gate.Gate;
import java.util.List;
import java.util.Optional;

/**
 * What the gates that fixes insert look like.
 *
 * @param kind what asks
 * @param image the image of a gate that asks the API server, its digest included
 * @param timeout how long one question may wait, as Go writes durations
 * @param serviceAccount the ServiceAccount that pods get which name none, empty for none
 */
public record GateSettings(
    Kind kind, String image, String timeout, Optional<String> serviceAccount) {

  /** Which gate. */
  public enum Kind {
    /** Fails closed on a Job that is missing, has no status yet, or failed. */
    KUBECTL_WAIT("kubectl-wait", "registry.k8s.io/kubectl:v1.33.4"),
    /** Needs {@code get} alone, and passes a Job without status. */
    K8S_WAIT_FOR("k8s-wait-for", "ghcr.io/groundnuty/k8s-wait-for:no-root-v2.0"),
    /** Asks the database, with the service's own image: survives the Job's deletion. */
    DATABASE("database", "");

    private final String id;
    private final String image;

    Kind(String id, String image) {
      this.id = id;
      this.image = image;
    }

    /** The name in configuration. */
    public String id() {
      return id;
    }
  }

  /**
   * The settings from their texts, empty for the default.
   *
   * @param kind one of the ids
   */
  public static GateSettings of(
      String kind, String image, String digest, String timeout, String serviceAccount) {
    Kind named = Kind.KUBECTL_WAIT;
    for (Kind one : Kind.values()) {
      named = one.id.equals(kind) ? one : named;
    }
    String repository = image.isEmpty() ? named.image : image;
    return new GateSettings(
        named,
        digest.isEmpty() ? repository : repository + "@" + digest,
        timeout,
        serviceAccount.isEmpty() ? Optional.empty() : Optional.of(serviceAccount));
  }

  /** True where the gate asks the API server. */
  boolean asksApiServer() {
    return kind != Kind.DATABASE;
  }

  /** What the gate must be allowed to do with Jobs. */
  List<String> verbs() {
    return switch (kind) {
      case KUBECTL_WAIT -> Gate.Form.KUBECTL_WAIT.verbs();
      case K8S_WAIT_FOR -> Gate.Form.K8S_WAIT_FOR.verbs();
      case DATABASE -> List.of();
    };
  }
}
