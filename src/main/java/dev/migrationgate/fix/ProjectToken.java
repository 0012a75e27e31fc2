package dev.migrationgate.fix;

import dev.migrationgate.pattern.gate.Workload;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.yaml.Fragment;
import java.util.ArrayList;
import java.util.List;

/** Gives a gate a token of its own, and no other container of the pod. */
public record ProjectToken(Workload workload, Container gate) implements Fix {

  @Override
  public Plan plan(Surroundings around) {
    List<Change> changes = new ArrayList<>();
    changes.add(
        new Change.Put(
            workload.resource(),
            TreePath.of(gate.path(), "volumeMounts"),
            new Fragment.Items(List.of(GateToken.mount()))));
    changes.addAll(GateToken.volume(workload));
    return new Plan.Changes(
        "a token is projected into init container " + gate.name() + " alone", changes);
  }
}
