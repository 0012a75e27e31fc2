package dev.migrationgate.rules;

import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.substitute.Problem;

/** Nothing declares a variable. */
final class UndefinedVariable implements Rule {
  @Override
  public String id() {
    return "undefined-variable";
  }

  @Override
  public String title() {
    return "An image, name, label or wait argument uses a variable that nothing declares";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    for (Problem problem : rollout.problems()) {
      if (problem.kind() == Problem.Kind.UNDEFINED) {
        boolean later =
            rollout.variables().fluxMaySupply()
                || rollout.isSubstitutedElsewhere(problem.resource());
        findings.add(
            later ? Severity.INFO : LeftoverPlaceholder.severity(rollout, problem.resource()),
            problem.resource(),
            Field.at(problem.path(), problem.scalar()),
            later
                ? problem.expression() + " is left to the postBuild of the Flux Kustomization"
                : "nothing declares "
                    + problem.expression()
                    + "; declare it in the ConfigMap deployment-variables, or in the functionConfig's"
                    + " spec.variables");
      }
    }
  }
}
