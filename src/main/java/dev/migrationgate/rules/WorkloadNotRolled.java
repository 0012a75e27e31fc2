package dev.migrationgate.rules;

import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.cluster.Stall;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The schema changes and the pods do not. */
final class WorkloadNotRolled implements Rule {
  @Override
  public String id() {
    return "workload-not-rolled";
  }

  @Override
  public String title() {
    return "The migration runs, and the pods of the old version stay";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    Set<Integer> judged = new HashSet<>();
    for (Link link : rollout.links()) {
      Optional<Stall> stall = Stall.of(link.workload().resource());
      if (link.strong() && stall.isPresent() && judged.add(link.workload().resource().position())) {
        findings.add(
            link.workload().resource(),
            Field.of(link.workload().resource(), stall.get().keys()),
            stall.get().effect()
                + " while "
                + link.job().resource().identity()
                + " changes the schema under them; "
                + stall.get().remedy());
      }
    }
  }
}
