package dev.migrationgate.pattern.delivery;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Resources;
import java.util.List;
import java.util.Optional;

/** What a deliverer itself orders: hooks, waves and rules that make it wait for the migration. */
public final class DeliveryOrder {
  private static final String ARGO_HOOK = "argocd.argoproj.io/hook";
  private static final String HELM_HOOK = "helm.sh/hook";
  private static final String DEPENDS_ON = "config.kubernetes.io/depends-on";

  private final Deliverer deliverer;
  private final FluxKustomizations flux;

  /**
   * @param deliverer who applies the resources
   * @param resources all of the input, for the Flux Kustomizations among them
   */
  public DeliveryOrder(Deliverer deliverer, Resources resources) {
    this.deliverer = deliverer;
    this.flux = new FluxKustomizations(resources);
  }

  /** The Flux Kustomizations of the input. */
  public FluxKustomizations flux() {
    return flux;
  }

  /** How the deliverer makes sure that the Job is done before the other is applied. */
  public Optional<String> before(Resource job, Resource other) {
    return switch (deliverer) {
      case ARGOCD -> argoBefore(job, other);
      case HELM -> helmBefore(job, other);
      case KAPP -> kappBefore(job, other);
      case FLUX -> flux.before(job, other);
      case UNKNOWN -> first(argoBefore(job, other), kappBefore(job, other));
      // Both go on as soon as the Job was created.
      case KPT, KUBECTL -> Optional.empty();
    };
  }

  /**
   * True when the deliverer's own annotations put the Job first. kpt's do so without waiting for
   * its end: a Job that has started counts as ready (cli-utils, kstatus).
   */
  public boolean isTold(Resource job, Resource other) {
    return deliverer == Deliverer.KPT
        ? kptAfter(other, job).isPresent()
        : deliverer.ordersByAnnotation() && before(job, other).isPresent();
  }

  /** The same for the very first delivery, when nothing of the package is there yet. */
  public Optional<String> beforeAtFirst(Resource job, Resource other) {
    boolean runs = deliverer != Deliverer.HELM || HelmHook.of(job).beforeFirstInstall();
    return runs ? before(job, other) : Optional.empty();
  }

  /** What makes the deliverer wait for the other to be healthy before the Job is applied. */
  public Optional<String> after(Resource job, Resource other) {
    return switch (deliverer) {
      case ARGOCD -> argoAfter(job, other);
      case HELM -> helmAfter(job, other);
      case KAPP -> kappAfter(job, other);
      case KPT -> kptAfter(job, other);
      case UNKNOWN -> first(argoAfter(job, other), kappAfter(job, other));
      case FLUX, KUBECTL -> Optional.empty();
    };
  }

  /**
   * What orders the two in the dialect of any deliverer, whoever delivers: a hook, a wave, a rule.
   */
  public static Optional<String> inAnyDialect(Resource job, Resource other) {
    Optional<String> argo = first(argoBefore(job, other), argoAfter(job, other));
    Optional<String> helm = first(helmBefore(job, other), helmAfter(job, other));
    Optional<String> kapp = first(kappBefore(job, other), kappAfter(job, other));
    return first(first(argo, helm), first(kapp, kptAfter(job, other)));
  }

  /**
   * True when the deliverer runs the one only once the other is done, or the other way round, so
   * that the two never run at once.
   */
  public boolean separates(Resource one, Resource other) {
    boolean bothHooks = HelmHook.of(one).isHook() && HelmHook.of(other).isHook();
    return before(one, other).isPresent()
        || before(other, one).isPresent()
        // Helm runs its hooks one by one.
        || deliverer == Deliverer.HELM && bothHooks;
  }

  /** True when the resource is a hook of Argo CD or Helm, so that it runs anew at each sync. */
  public static boolean isHook(Resource job) {
    return job.annotation(ARGO_HOOK).isPresent() || job.annotation(HELM_HOOK).isPresent();
  }

  private static Optional<String> first(Optional<String> one, Optional<String> other) {
    return one.isPresent() ? one : other;
  }

  private static Optional<String> argoBefore(Resource job, Resource other) {
    List<ArgoPlace> theirs = ArgoPlace.of(other);
    for (ArgoPlace place : ArgoPlace.of(job)) {
      if (!theirs.isEmpty() && place.isBefore(theirs.get(0))) {
        return Optional.of(argoText(place, theirs.get(0), " before "));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> argoAfter(Resource job, Resource other) {
    List<ArgoPlace> places = ArgoPlace.of(job);
    List<ArgoPlace> theirs = ArgoPlace.of(other);
    return !places.isEmpty() && !theirs.isEmpty() && theirs.get(0).isBefore(places.get(0))
        ? Optional.of(argoText(places.get(0), theirs.get(0), " after "))
        : Optional.empty();
  }

  private static String argoText(ArgoPlace place, ArgoPlace other, String relation) {
    return place.phase() == other.phase() ? place.text() + relation + other.wave() : place.text();
  }

  private static Optional<String> helmBefore(Resource job, Resource other) {
    HelmHook hook = HelmHook.of(job);
    HelmHook theirs = HelmHook.of(other);
    boolean earlier =
        !theirs.isHook()
            || theirs.after() && !theirs.before()
            || theirs.before() && hook.weight() < theirs.weight();
    return hook.before() && earlier
        ? Optional.of("a Helm " + String.join(",", hook.events()) + " hook")
        : Optional.empty();
  }

  private static Optional<String> helmAfter(Resource job, Resource other) {
    HelmHook hook = HelmHook.of(job);
    return hook.after() && !hook.before() && !HelmHook.of(other).isHook()
        ? Optional.of("a Helm " + String.join(",", hook.events()) + " hook")
        : Optional.empty();
  }

  private static Optional<String> kappBefore(Resource job, Resource other) {
    return KappRules.isBefore(job, other) ? Optional.of("a kapp change rule") : Optional.empty();
  }

  private static Optional<String> kappAfter(Resource job, Resource other) {
    return KappRules.isBefore(other, job) ? Optional.of("a kapp change rule") : Optional.empty();
  }

  private static Optional<String> kptAfter(Resource job, Resource other) {
    for (String reference : CommaList.of(job.annotation(DEPENDS_ON).orElse(""))) {
      if (reference.endsWith("/" + other.kind() + "/" + other.name())) {
        return Optional.of(DEPENDS_ON + ": " + reference);
      }
    }
    return Optional.empty();
  }
}
