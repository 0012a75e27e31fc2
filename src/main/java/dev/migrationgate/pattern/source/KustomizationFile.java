package dev.migrationgate.pattern.source;

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

  /** Workloads that kustomize puts in front where nobody says otherwise. */
  private static final List<String> FIRST = List.of("Deployment", "StatefulSet", "CronJob");

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
    for (String field :
        new String[] {"helmCharts", "generators", "configMapGenerator", "secretGenerator"}) {
      if (resource.root().get(field).isPresent()) {
        return false;
      }
    }
    for (String list : new String[] {"resources", "bases", "components"}) {
      for (Node item : resource.root().items(list)) {
        String text = item.text().orElse("");
        if (text.contains("://") || text.contains("?ref=") || text.contains("github.com")) {
          return false;
        }
      }
    }
    return missing.isEmpty();
  }

  /**
   * True where a build from this root puts the one before the other (kustomize 5.8,
   * api/internal/builtins/SortOrderTransformer; RUN). Without {@code sortOptions} of its own, Jobs
   * come behind everything that it has an order for.
   */
  public boolean sortsBefore(Resource one, Resource other) {
    Optional<Node> options = resource.root().get("sortOptions");
    if (options.isPresent() && options.get().has("fifo", "order")) {
      return one.position() < other.position();
    }
    Optional<Node> legacy = resource.root().at("sortOptions", "legacySortOptions");
    if (legacy.isEmpty()) {
      return FIRST.contains(one.kind()) && other.kind().equals("Job");
    }
    return place(one.kind(), legacy.get()) < place(other.kind(), legacy.get());
  }

  private static int place(String kind, Node options) {
    List<Node> first = options.items("orderFirst");
    List<Node> last = options.items("orderLast");
    for (int i = 0; i < first.size(); i++) {
      if (first.get(i).has(kind)) {
        return i - first.size();
      }
    }
    for (int i = 0; i < last.size(); i++) {
      if (last.get(i).has(kind)) {
        return i + 1;
      }
    }
    return 0;
  }
}
