package dev.migrationgate.pattern.delivery;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.yaml.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The languages in which a resource says when it is to run: each is one deliverer's own. */
public final class HookDialects {
  private static final String ARGO_HOOK = "argocd.argoproj.io/hook";
  private static final String ARGO_WAVE = "argocd.argoproj.io/sync-wave";

  private HookDialects() {}

  /** The annotations that speak, one a dialect. */
  public static List<String> of(Resource resource) {
    List<String> found = new ArrayList<>();
    boolean kapp = false;
    for (Entry entry : resource.root().entries("metadata", "annotations")) {
      switch (entry.name()) {
        case ARGO_HOOK, "helm.sh/hook" -> found.add(entry.name());
        default -> kapp |= entry.name().startsWith("kapp.k14s.io/change-");
      }
    }
    if (kapp) {
      found.add("kapp.k14s.io/change-group");
    }
    return found;
  }

  /** True when the hooks of Argo CD and of Helm ask for the same place. */
  public static boolean agree(Resource resource) {
    HelmHook helm = HelmHook.of(resource);
    List<ArgoPlace> places = ArgoPlace.of(resource);
    Optional<String> wave = resource.annotation(ARGO_WAVE);
    boolean before = false;
    boolean after = false;
    for (ArgoPlace place : places) {
      before |= place.phase() == ArgoPlace.Phase.PRE_SYNC;
      after |= place.phase() == ArgoPlace.Phase.POST_SYNC;
    }
    return before == helm.before()
        && after == helm.after()
        && (wave.isEmpty() || places.isEmpty() || places.get(0).wave() == helm.weight());
  }

  /** A resource with a hook of Argo CD. */
  public static Optional<Resource> argoHook(Resources resources) {
    for (Resource resource : resources) {
      if (resource.annotation(ARGO_HOOK).isPresent()) {
        return Optional.of(resource);
      }
    }
    return Optional.empty();
  }
}
