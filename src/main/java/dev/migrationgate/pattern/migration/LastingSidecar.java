package dev.migrationgate.pattern.migration;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.pod.PodTemplate;
import dev.migrationgate.yaml.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells what keeps a Job's pod running after its work is done. */
public final class LastingSidecar {
  /** Last parts of images that run until they are told to stop. */
  private static final Set<String> IMAGES =
      Set.of(
          "cloud-sql-proxy",
          "gce-proxy",
          "alloydb-auth-proxy",
          "proxyv2",
          "envoy",
          "vault-agent",
          "fluent-bit",
          "fluentd",
          "filebeat",
          "promtail",
          "vector",
          "opentelemetry-collector",
          "opentelemetry-collector-contrib",
          "pgbouncer",
          "proxysql",
          "nginx",
          "haproxy",
          "redis",
          "memcached");

  /** What a command says that ends its sidecar itself. */
  private static final String[] ENDS = {
    "quitquitquit", "linkerd-await", "pkill", "killall", "/quit", "/shutdown", "kill "
  };

  private LastingSidecar() {}

  /** The first container beside the migration's own that does not end. */
  public static Optional<Container> in(MigrationJob job) {
    List<Container> containers = job.pod().containers();
    if (containers.size() < 2 || endsThem(job.pod())) {
      return Optional.empty();
    }
    for (Container container : containers) {
      if (IMAGES.contains(container.image().basename())) {
        return Optional.of(container);
      }
    }
    return Optional.empty();
  }

  /** The mesh that puts its proxy into the Job's pod, as far as the input tells. */
  public static Optional<String> injectedInto(MigrationJob job, Resources resources) {
    if (endsThem(job.pod())) {
      return Optional.empty();
    }
    Node template = job.pod().template();
    Optional<Resource> namespace = resources.namespaceOf(job.resource());
    if (isIstio(template, namespace)) {
      return Optional.of("Istio");
    }
    return isLinkerd(template, namespace) ? Optional.of("Linkerd") : Optional.empty();
  }

  private static boolean isIstio(Node template, Optional<Resource> namespace) {
    String inject = "sidecar.istio.io/inject";
    String own =
        template
            .text("metadata", "labels", inject)
            .orElse(template.text("metadata", "annotations", inject).orElse(""));
    boolean isNative =
        template.has("true", "metadata", "annotations", "sidecar.istio.io/nativeSidecar");
    if (own.equals("false") || isNative) {
      return false;
    }
    boolean everywhere =
        namespace.isPresent()
            && (namespace.get().label("istio-injection").orElse("").equals("enabled")
                || namespace.get().label("istio.io/rev").isPresent());
    return own.equals("true") || everywhere;
  }

  private static boolean isLinkerd(Node template, Optional<Resource> namespace) {
    String inject = "linkerd.io/inject";
    String own = template.text("metadata", "annotations", inject).orElse("");
    boolean isNative =
        template.has(
                "true",
                "metadata",
                "annotations",
                "config.alpha.linkerd.io/proxy-enable-native-sidecar")
            || template.has(
                "true",
                "metadata",
                "annotations",
                "config.beta.linkerd.io/proxy-enable-native-sidecar");
    boolean everywhere =
        namespace.isPresent() && namespace.get().annotation(inject).orElse("").equals("enabled");
    return !isNative && (own.isEmpty() ? everywhere : own.equals("enabled"));
  }

  private static boolean endsThem(PodTemplate pod) {
    for (Container container : pod.containers()) {
      for (Container.Word word : container.words()) {
        for (String end : ENDS) {
          if (word.text().contains(end)) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
