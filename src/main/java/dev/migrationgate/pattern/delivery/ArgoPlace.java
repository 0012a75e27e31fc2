package dev.migrationgate.pattern.delivery;

import dev.migrationgate.krm.Resource;
import java.util.ArrayList;
import java.util.List;

/**
 * When Argo CD applies a resource: a phase, and a wave in it. It goes on to the next place once all
 * of this one is healthy, which for a Job means done (gitops-engine, pkg/sync, 2.14).
 */
record ArgoPlace(Phase phase, int wave) {
  private static final String HOOK = "argocd.argoproj.io/hook";
  private static final String WAVE = "argocd.argoproj.io/sync-wave";

  /** The phases of a sync, in their order. */
  enum Phase {
    PRE_SYNC("PreSync"),
    SYNC("Sync"),
    POST_SYNC("PostSync");

    private final String id;

    Phase(String id) {
      this.id = id;
    }
  }

  /** All places of a resource, none for what no ordinary sync applies. */
  static List<ArgoPlace> of(Resource resource) {
    int wave = wave(resource);
    List<ArgoPlace> places = new ArrayList<>();
    for (Phase phase : phases(resource)) {
      places.add(new ArgoPlace(phase, wave));
    }
    return places;
  }

  /** True when the other place comes only once this one is done. */
  boolean isBefore(ArgoPlace other) {
    int byPhase = phase.compareTo(other.phase);
    return byPhase < 0 || byPhase == 0 && wave < other.wave;
  }

  /** {@code an Argo CD PreSync hook}, or {@code Argo CD sync wave 1}. */
  String text() {
    return phase == Phase.SYNC ? "Argo CD sync wave " + wave : "an Argo CD " + phase.id + " hook";
  }

  private static List<Phase> phases(Resource resource) {
    List<String> hooks = CommaList.of(resource.annotation(HOOK).orElse(""));
    List<Phase> phases = new ArrayList<>();
    for (Phase phase : Phase.values()) {
      if (hooks.contains(phase.id)) {
        phases.add(phase);
      }
    }
    // An Argo CD hook stands in for the Helm hooks of the same resource, Skip and SyncFail too.
    return hooks.isEmpty() ? phases(HelmHook.of(resource)) : phases;
  }

  private static List<Phase> phases(HelmHook hook) {
    List<Phase> phases = new ArrayList<>();
    if (hook.before()) {
      phases.add(Phase.PRE_SYNC);
    }
    if (!hook.isHook()) {
      phases.add(Phase.SYNC);
    }
    if (hook.after()) {
      phases.add(Phase.POST_SYNC);
    }
    return phases;
  }

  /** The wave; a Helm weight counts as one. */
  private static int wave(Resource resource) {
    try {
      return Integer.parseInt(resource.annotation(WAVE).orElse("").trim());
    } catch (NumberFormatException e) {
      return HelmHook.of(resource).weight();
    }
  }
}
