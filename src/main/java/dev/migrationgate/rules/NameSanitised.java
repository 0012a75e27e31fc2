package dev.migrationgate.rules;

import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.substitute.Problem;

/** A variable's value was not legal in a name. */
final class NameSanitised implements Rule {
  @Override
  public String id() {
    return "name-sanitised";
  }

  @Override
  public String title() {
    return "A variable's value was made legal for a name";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    for (Problem problem : rollout.problems()) {
      if (problem.kind() == Problem.Kind.SANITISED) {
        findings.add(
            problem.resource(),
            Field.at(problem.path(), problem.scalar()),
            "\""
                + problem.expression()
                + "\" is not legal in a name and became \""
                + problem.detail()
                + "\"; images keep it as it is");
      }
    }
  }
}
