package dev.migrationgate.pattern.delivery;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.yaml.Entry;
import java.util.List;
import java.util.Optional;

/** Reads from the input who delivers it: annotations, labels and kinds of one deliverer alone. */
public final class DelivererEvidence {
  private DelivererEvidence() {}

  /**
   * The deliverer that the resources point to. A resource's own annotations say more than a Kptfile
   * beside it, since kpt packages are delivered by everybody, and than a generateName. Comments
   * count where nothing else does.
   */
  public static Optional<Deliverer> in(List<Resource> resources) {
    Optional<Deliverer> weakest = Optional.empty();
    Optional<Deliverer> found = Optional.empty();
    for (Resource resource : resources) {
      Optional<Deliverer> evidence = of(resource);
      if (evidence.isEmpty()) {
        continue;
      }
      if (evidence.get() == Deliverer.KPT || evidence.get() == Deliverer.KUBECTL) {
        weakest = evidence;
      } else if (found.isEmpty() || evidence.get().compareTo(found.get()) < 0) {
        found = evidence;
      }
    }
    if (found.isPresent() || weakest.isPresent()) {
      return found.isPresent() ? found : weakest;
    }
    return isToldByComments(resources) ? Optional.of(Deliverer.KUBECTL) : Optional.empty();
  }

  private static boolean isToldByComments(List<Resource> resources) {
    for (Resource resource : resources) {
      if (DeliveryComments.tellOfKubectl(resource)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Deliverer> of(Resource resource) {
    // Nothing but kubectl create takes a resource whose name the API server is to pick.
    if (resource.is("batch", "Job") && isGenerated(resource)) {
      return Optional.of(Deliverer.KUBECTL);
    }
    Optional<Deliverer> byKind = ofGroup(resource.group());
    if (byKind.isPresent()) {
      return byKind;
    }
    for (String map : new String[] {"annotations", "labels"}) {
      for (Entry entry : resource.root().entries("metadata", map)) {
        Optional<Deliverer> byKey = ofKey(entry);
        if (byKey.isPresent()) {
          return byKey;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isGenerated(Resource resource) {
    return resource.root().text("metadata", "name").isEmpty()
        && resource.root().text("metadata", "generateName").isPresent();
  }

  private static Optional<Deliverer> ofGroup(String group) {
    if (group.endsWith(".toolkit.fluxcd.io")) {
      return Optional.of(Deliverer.FLUX);
    }
    return switch (group) {
      case "kapp.k14s.io" -> Optional.of(Deliverer.KAPP);
      case "kpt.dev" -> Optional.of(Deliverer.KPT);
      default -> Optional.empty();
    };
  }

  private static Optional<Deliverer> ofKey(Entry entry) {
    String key = entry.name();
    int slash = key.indexOf('/');
    String domain = slash < 0 ? "" : key.substring(0, slash);
    if (domain.endsWith(".toolkit.fluxcd.io")) {
      return Optional.of(Deliverer.FLUX);
    }
    if (key.equals("app.kubernetes.io/managed-by")
        && entry.value().text().orElse("").equals("Helm")) {
      return Optional.of(Deliverer.HELM);
    }
    return switch (domain) {
      case "argocd.argoproj.io" -> Optional.of(Deliverer.ARGOCD);
      case "kapp.k14s.io" -> Optional.of(Deliverer.KAPP);
      case "helm.sh" ->
          key.equals("helm.sh/chart") ? Optional.empty() : Optional.of(Deliverer.HELM);
      default ->
          key.equals("config.kubernetes.io/depends-on")
              ? Optional.of(Deliverer.KPT)
              : Optional.empty();
    };
  }
}
