package dev.migrationgate.rules;

import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.substitute.Problem;

/** kpt writes a value over its template, and nothing keeps the template. */
final class TemplateNotKept implements Rule {
  @Override
  public String id() {
    return "template-not-kept";
  }

  @Override
  public String title() {
    return "Rendered in place, a value takes its template's place for good";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    for (Problem problem : rollout.problems()) {
      if (problem.kind() == Problem.Kind.TEMPLATE_LOST) {
        findings.add(
            problem.resource(),
            Field.at(problem.path(), problem.scalar()),
            "in place, kpt writes the value over this template, the line cannot keep it, and the next"
                + " tag will not reach it: "
                + problem.detail());
      }
    }
  }
}
