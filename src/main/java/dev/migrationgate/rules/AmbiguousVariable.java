package dev.migrationgate.rules;

import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.substitute.Problem;
import dev.migrationgate.substitute.Variable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Two sources declare one variable differently. */
final class AmbiguousVariable implements Rule {
  @Override
  public String id() {
    return "ambiguous-variable";
  }

  @Override
  public String title() {
    return "Two sources declare a variable differently, and neither is nearer";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    Set<String> reported = new HashSet<>();
    for (Problem problem : rollout.problems()) {
      if (problem.kind() == Problem.Kind.AMBIGUOUS
          && (findings.isSuppressed(problem.resource()) || reported.add(problem.expression()))) {
        List<Variable> found =
            rollout.variables().find(problem.expression(), problem.resource().namespace());
        findings.add(
            problem.resource(),
            Field.at(problem.path(), problem.scalar()),
            problem.expression()
                + " has one value in "
                + source(found.get(0))
                + " and another in "
                + source(found.get(1))
                + "; remove one of them, or put it in the namespace of its user");
      }
    }
  }

  private static String source(Variable variable) {
    return variable.declaration().isPresent()
        ? variable.declaration().get().resource().identity()
        : "the configuration";
  }
}
