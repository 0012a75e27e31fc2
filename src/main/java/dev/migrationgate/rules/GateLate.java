package dev.migrationgate.rules;

import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.database.SchemaUse;
import dev.migrationgate.pattern.gate.Workload;
import dev.migrationgate.pattern.pod.Container;

/** Something uses the new schema before the gate. */
final class GateLate implements Rule {
  @Override
  public String id() {
    return "gate-late";
  }

  @Override
  public String title() {
    return "An init container uses the schema before the gate has waited for it";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    for (Workload workload : rollout.workloads()) {
      for (SchemaUse use : SchemaUse.beforeGate(workload)) {
        Container container = use.container();
        findings.add(
            use.certain() ? Severity.ERROR : Severity.WARNING,
            workload.resource(),
            Field.at(container.path(), container.node()),
            "init container "
                + container.name()
                + (use.certain()
                    ? " works on the database"
                    : " runs the service's image with its database settings")
                + " before "
                + workload.gates().get(0).container().name()
                + " has waited for the migration; list the gate first");
      }
    }
  }
}
