package dev.migrationgate.rules;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.pod.ConfigReaders;
import dev.migrationgate.substitute.Mention;
import dev.migrationgate.substitute.Variable;
import dev.migrationgate.yaml.SourceText;
import java.util.HashSet;
import java.util.Set;

/** A variable is declared for nothing. */
final class UnusedVariable implements Rule {
  @Override
  public String id() {
    return "unused-variable";
  }

  @Override
  public String title() {
    return "A variable is declared and used nowhere";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    // Without anything that runs, whoever uses the variables stands in another input.
    if (rollout.migrations().isEmpty() && rollout.workloads().isEmpty()) {
      return;
    }
    Set<SourceText> sources = new HashSet<>();
    for (Resource resource : rollout.resources()) {
      sources.add(resource.source());
    }
    for (Variable variable : rollout.variables().declarations()) {
      Variable.Declaration declaration = variable.declaration().orElseThrow();
      if (isMentioned(sources, variable.name())
          || ConfigReaders.hasAny(declaration.resource(), rollout.resources())
          || isPutIn(rollout, variable, declaration)) {
        continue;
      }
      findings.add(
          declaration.resource(),
          Field.at(declaration.path(), declaration.scalar()),
          variable.name()
              + " is declared and used nowhere; write ${"
              + variable.name()
              + "} where its value belongs, or remove it");
    }
  }

  private static boolean isMentioned(Set<SourceText> sources, String name) {
    for (SourceText source : sources) {
      if (Mention.isIn(source.text(), name)) {
        return true;
      }
    }
    return false;
  }

  /** What was rendered before holds the values where the expressions stood. */
  private static boolean isPutIn(
      Rollout rollout, Variable variable, Variable.Declaration declaration) {
    for (Resource resource : rollout.resources()) {
      if (resource.position() != declaration.resource().position()
          && Mention.ofValue(resource.root(), variable.value())) {
        return true;
      }
    }
    return false;
  }
}
