package dev.migrationgate.pattern.delivery;

import java.util.Optional;

/** What applies the manifests to the cluster. */
public enum Deliverer {
  FLUX("flux", "Flux"),
  ARGOCD("argocd", "Argo CD"),
  KPT("kpt", "kpt live"),
  KAPP("kapp", "kapp"),
  HELM("helm", "Helm"),
  KUBECTL("kubectl", "kubectl"),
  UNKNOWN("unknown", "the deliverer");

  private final String id;
  private final String title;

  Deliverer(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** The name in configuration. */
  public String id() {
    return id;
  }

  /** The name in messages. */
  public String title() {
    return title;
  }

  /** True when it sorts what it applies, so that the order of the manifests has no effect. */
  public boolean sortsByKind() {
    return this == FLUX || this == ARGOCD || this == HELM || this == KPT || this == KAPP;
  }

  /** True when annotations can tell it what to apply first. */
  public boolean ordersByAnnotation() {
    return this == ARGOCD || this == KPT || this == KAPP;
  }

  /**
   * The deliverer of a configuration's {@code deliverer}, none for {@code auto} or a wrong word.
   */
  public static Optional<Deliverer> named(String id) {
    for (Deliverer deliverer : values()) {
      if (deliverer.id.equals(id) && deliverer != UNKNOWN) {
        return Optional.of(deliverer);
      }
    }
    return Optional.empty();
  }
}
