package dev.migrationgate.rules;

import dev.migrationgate.fix.Quote;
import dev.migrationgate.fix.Reach;
import dev.migrationgate.krm.Host;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.substitute.Variable;
import dev.migrationgate.yaml.Quoting;

/** A variable's value is no string to a YAML parser. */
final class UnquotedVariable implements Rule {
  @Override
  public String id() {
    return "unquoted-variable";
  }

  @Override
  public String title() {
    return "A variable's value stands unquoted, and YAML parsers read it as no string";
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
    for (Variable variable : rollout.variables().declarations()) {
      Variable.Declaration declaration = variable.declaration().orElseThrow();
      if (!declaration.scalar().isRetyped() || declaration.scalar().isNull()) {
        continue;
      }
      String quoted = Quoting.doubleQuoted(variable.value());
      boolean lost = rollout.host() == Host.KUSTOMIZE;
      Field field = Field.at(declaration.path(), declaration.scalar());
      String said = variable.name() + ": " + variable.value();
      if (lost) {
        findings.add(
            declaration.resource(),
            field,
            said
                + " has lost its quotes or its text on the way through kustomize; quote it in the"
                + " source");
      } else {
        findings.add(
            severity(),
            declaration.resource(),
            field,
            said
                + " is no string to a YAML parser, and a ConfigMap holds strings only; write "
                + quoted,
            new Quote(declaration.resource(), declaration.scalar()));
      }
    }
  }
}
