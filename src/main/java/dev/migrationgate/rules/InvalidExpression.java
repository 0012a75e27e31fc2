package dev.migrationgate.rules;

import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.substitute.Problem;

/** An expression that Flux refuses, or silently misreads. */
final class InvalidExpression implements Rule {
  @Override
  public String id() {
    return "invalid-expression";
  }

  @Override
  public String title() {
    return "An expression cannot be evaluated as it is written";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    for (Problem problem : rollout.problems()) {
      if (problem.kind() == Problem.Kind.INVALID) {
        findings.add(
            problem.resource(),
            Field.at(problem.path(), problem.scalar()),
            problem.expression() + " was left as it is: " + problem.detail());
      }
    }
  }
}
