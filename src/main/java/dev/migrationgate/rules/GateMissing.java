package dev.migrationgate.rules;

import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Lookalike;
import dev.migrationgate.pattern.Rollout;

/** Nothing holds a dependent workload back. */
final class GateMissing implements Rule {
  @Override
  public String id() {
    return "gate-missing";
  }

  @Override
  public String title() {
    return "A workload that depends on the migration starts without waiting for it";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    for (Link link : rollout.links()) {
      // What only looks like a gate is told of by a rule of its own.
      if (!rollout.startsUngated(link)
          || !Lookalike.of(link.workload()).isEmpty()
          || isToldOtherwise(rollout, link)) {
        continue;
      }
      boolean byHand = rollout.isAwaitedByHand(link.job());
      findings.add(
          byHand ? Severity.INFO : Severity.ERROR,
          link.workload().resource(),
          Field.of(link.workload().resource(), "spec", "template", "spec", "initContainers"),
          "its pods start while "
              + link.job().resource().identity()
              + " may still run ("
              + link.reasons().get(0)
              + ")"
              + (byHand ? ", unless somebody waits for it as its comment says" : "")
              + "; add an init container that runs kubectl wait --for=condition=complete --timeout=10m"
              + " job/"
              + link.job().name());
    }
  }

  /** What keeps the two apart, if in the wrong order or in none, has rules of its own. */
  private static boolean isToldOtherwise(Rollout rollout, Link link) {
    return rollout.delivery().after(link.job().resource(), link.workload().resource()).isPresent()
        || FluxSplitUnordered.unordered(rollout, link).isPresent();
  }
}
