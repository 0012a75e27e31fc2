package dev.migrationgate.pattern;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.yaml.Node;
import java.util.List;
import java.util.Optional;

/**
 * A file that kustomize builds from.
 *
 * @param resource its content; kind and apiVersion may be missing
 * @param missing the resources that it lists and that are not there
 */
public record KustomizationFile(Resource resource, List<Node> missing) {
  private static final String GROUP = "kustomize.config.k8s.io/";
  private static final String KUSTOMIZATION = GROUP + "v1beta1";
  private static final String COMPONENT = GROUP + "v1alpha1";

  public KustomizationFile {
    missing = List.copyOf(missing);
  }

  /**
   * The apiVersion that it must have instead of its own, empty where its own will do; none at all
   * does (kustomize 5.8, api/types, Kustomization.EnforceFields).
   */
  public Optional<String> wantedApiVersion() {
    String own = resource.apiVersion();
    String wanted = resource.kind().equals("Component") ? COMPONENT : KUSTOMIZATION;
    return own.isEmpty() || own.equals(wanted) ? Optional.empty() : Optional.of(wanted);
  }

  /** True where everything that it makes is known without a build. */
  public boolean isSelfContained() {
    for (String field : new String[] {"helmCharts", "generators", "configMapGenerator"}) {
      if (resource.root().get(field).isPresent()) {
        return false;
      }
    }
    return resource.root().get("secretGenerator").isEmpty();
  }
}
