package dev.migrationgate.rules;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.delivery.Deliverer;
import dev.migrationgate.pattern.delivery.FluxKustomizations;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Flux applies Job and workload apart, and in no order. */
final class FluxSplitUnordered implements Rule {
  @Override
  public String id() {
    return "flux-split-unordered";
  }

  @Override
  public String title() {
    return "Two Flux Kustomizations apply the migration and its workload, in no order";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    Set<String> told = new HashSet<>();
    for (Link link : rollout.links()) {
      Optional<FluxKustomizations.Split> split = unordered(rollout, link);
      if (split.isPresent()
          && told.add(split.get().first().position() + " " + split.get().second().position())) {
        judge(rollout.delivery().flux(), link, split.get(), findings);
      }
    }
  }

  /** The two Kustomizations of a link that nothing orders. */
  static Optional<FluxKustomizations.Split> unordered(Rollout rollout, Link link) {
    boolean needsOrder =
        rollout.deliverer() == Deliverer.FLUX
            && link.strong()
            && link.workload().isAwaited()
            && !link.workload().hasGate()
            && rollout.orderedByDeliverer(link).isEmpty();
    return needsOrder
        ? rollout.delivery().flux().split(link.job().resource(), link.workload().resource())
        : Optional.empty();
  }

  private static void judge(
      FluxKustomizations flux, Link link, FluxKustomizations.Split split, Findings findings) {
    Resource first = split.first();
    Resource second = split.second();
    if (flux.dependsOn(second, first)) {
      findings.add(
          first,
          Field.of(first, "spec", "wait").propose("true"),
          "ready once "
              + link.job().resource().identity()
              + " is created, not once it is done, so "
              + second.identity()
              + " goes on and starts "
              + link.workload().resource().identity()
              + "; set wait: true");
    } else {
      findings.add(
          second,
          Field.of(second, "spec", "dependsOn"),
          "applies "
              + link.workload().resource().identity()
              + " while "
              + link.job().resource().identity()
              + " of "
              + first.identity()
              + " may still run; add dependsOn: [{name: "
              + first.name()
              + "}] here"
              + (FluxKustomizations.waitsFor(first, link.job().resource())
                  ? ""
                  : ", and wait: true there"));
    }
  }
}
