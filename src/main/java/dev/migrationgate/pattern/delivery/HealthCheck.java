package dev.migrationgate.pattern.delivery;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.yaml.Node;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How long Flux waits for what it has applied to become ready.
 *
 * @param kustomization the Flux Kustomization that says so
 * @param seconds its {@code timeout}, or its {@code interval} where it has none
 */
public record HealthCheck(Resource kustomization, long seconds) {

  /** The wait that covers a Job: that of the one Flux Kustomization of the input. */
  public static Optional<HealthCheck> of(Resource job, Resources resources) {
    List<Resource> all = resources.of("kustomize.toolkit.fluxcd.io", "Kustomization");
    // With several of them nothing tells which one delivers the Job.
    if (all.size() != 1 || !FluxKustomizations.waitsFor(all.get(0), job)) {
      return Optional.empty();
    }
    Node spec = all.get(0).root().get("spec").orElseThrow();
    OptionalLong seconds =
        Duration.seconds(spec.text("timeout").orElse(spec.text("interval").orElse("")));
    return seconds.isPresent()
        ? Optional.of(new HealthCheck(all.get(0), seconds.getAsLong()))
        : Optional.empty();
  }
}
