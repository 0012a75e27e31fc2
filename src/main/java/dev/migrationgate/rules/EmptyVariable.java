package dev.migrationgate.rules;

import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.substitute.Problem;
import dev.migrationgate.substitute.Variable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A variable is declared without a value. */
final class EmptyVariable implements Rule {
  @Override
  public String id() {
    return "empty-variable";
  }

  @Override
  public String title() {
    return "A variable that is used is declared empty";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    Set<String> breaking = new HashSet<>();
    for (Problem problem : rollout.problems()) {
      if (problem.kind() == Problem.Kind.EMPTY && problem.role().mustResolve()) {
        breaking.add(problem.expression());
      }
    }
    Set<String> reported = new HashSet<>();
    for (Problem problem : rollout.problems()) {
      if (problem.kind() != Problem.Kind.EMPTY || !reported.add(problem.expression())) {
        continue;
      }
      Severity severity =
          breaking.contains(problem.expression()) ? Severity.ERROR : Severity.WARNING;
      List<Variable> declared =
          rollout.variables().find(problem.expression(), problem.resource().namespace());
      String message =
          problem.expression()
              + " is declared without a value; give it one, or use a default as in"
              + " ${"
              + problem.expression()
              + ":-…}";
      if (declared.isEmpty() || declared.get(0).declaration().isEmpty()) {
        findings.add(
            severity, problem.resource(), Field.at(problem.path(), problem.scalar()), message);
      } else {
        Variable.Declaration declaration = declared.get(0).declaration().get();
        findings.add(
            severity,
            declaration.resource(),
            Field.at(declaration.path(), declaration.scalar()),
            message);
      }
    }
  }
}
