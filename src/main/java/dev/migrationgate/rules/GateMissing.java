package dev.migrationgate.rules;

import dev.migrationgate.pattern.Link;
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
      // The runs of a CronJob come and go long after the migration.
      if (!link.strong()
          || link.gate().isPresent()
          || link.workload().schemaGate().isPresent()
          || link.workload().resource().kind().equals("CronJob")
          || rollout.orderedByDeliverer(link).isPresent()) {
        continue;
      }
      findings.add(
          link.workload().resource(),
          Field.of(link.workload().resource(), "spec", "template", "spec", "initContainers"),
          "its pods start while "
              + link.job().resource().identity()
              + " may still run ("
              + link.reasons().get(0)
              + "); add an init container that runs kubectl wait --for=condition=complete --timeout=10m"
              + " job/"
              + link.job().name());
    }
  }
}
