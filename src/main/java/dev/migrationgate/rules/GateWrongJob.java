package dev.migrationgate.rules;

import dev.migrationgate.fix.PointGate;
import dev.migrationgate.fix.Reach;
import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.gate.Gate;
import dev.migrationgate.pattern.source.Placeholder;
import dev.migrationgate.substitute.Problem;
import java.util.Optional;

/** The gate names another Job than the migration. */
final class GateWrongJob implements Rule {
  @Override
  public String id() {
    return "gate-wrong-job";
  }

  @Override
  public String title() {
    return "The gate waits for a Job that is not the migration";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public Reach reach() {
    return Reach.SAFE;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    for (Link link : rollout.links()) {
      Optional<Gate.JobPoll> gate = link.gate();
      boolean knows = gate.isPresent() && !gate.get().targets().isEmpty();
      if (knows && !link.isGated() && !isOpen(gate.get())) {
        judge(link, gate.get(), findings);
      }
    }
    for (Problem problem : rollout.problems()) {
      if (problem.kind() == Problem.Kind.RENAMED) {
        findings.addFixed(
            problem.resource(),
            Field.at(problem.path(), problem.scalar()),
            "named Job \""
                + problem.expression()
                + "\", which kustomize renamed; now names \""
                + problem.detail()
                + "\"");
      }
    }
  }

  /** A name that is still to be filled in says nothing yet. */
  private static boolean isOpen(Gate.JobPoll gate) {
    return gate.hasOpenTarget() || Placeholder.in(gate.targets().get(0).name()).isPresent();
  }

  private static void judge(Link link, Gate.JobPoll gate, Findings findings) {
    Gate.Target target = gate.targets().get(0);
    boolean renamed = link.job().isNamed(target.name());
    findings.add(
        Severity.ERROR,
        link.workload().resource(),
        Field.at(target.path(), target.node())
            .propose(target.node().text().orElse("").replace(target.name(), link.job().name())),
        gate.container().title()
            + " waits for Job \""
            + target.name()
            + (renamed ? "\", which kustomize renames to \"" : "\", but the migration is \"")
            + link.job().name()
            + (renamed
                ? "\" without the arguments that name it; list migration-gate in the transformers of"
                    + " the kustomization that does, or wait for \""
                : "\"; wait for \"")
            + link.job().name()
            + "\"",
        new PointGate(link));
  }
}
