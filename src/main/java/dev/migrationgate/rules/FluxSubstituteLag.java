package dev.migrationgate.rules;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.delivery.FluxSubstitution;
import java.util.List;

/** Flux substitutes from what it is only about to apply. */
final class FluxSubstituteLag implements Rule {
  @Override
  public String id() {
    return "flux-substitute-lag";
  }

  @Override
  public String title() {
    return "A Flux Kustomization substitutes from a ConfigMap that it applies itself";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    if (rollout.files().isEmpty()) {
      return;
    }
    List<Resource> elsewhere = rollout.files().get().flux();
    for (FluxSubstitution substitution : FluxSubstitution.of(rollout.resources(), elsewhere)) {
      Resource source = substitution.source();
      findings.add(
          substitution.kustomization(),
          Field.at(substitution.path(), substitution.node()),
          "Flux reads "
              + source.identity()
              + " from the cluster before it applies it with the rest: the first run fails, later"
              + " ones put in the values of the release before; apply "
              + source.name()
              + " by a Kustomization that this one depends on, or put the values in before the"
              + " push");
    }
  }
}
