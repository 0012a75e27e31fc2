package dev.migrationgate.rules;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Rollout;
import java.util.Optional;

/** An annotation suppresses nothing, or does not say why. */
final class SuppressionWithoutEffect implements Rule {
  @Override
  public String id() {
    return "suppression-without-effect";
  }

  @Override
  public String title() {
    return "A suppression suppresses nothing, names no rule or gives no reason";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    for (Resource resource : rollout.resources()) {
      for (Suppressions.Suppression suppression : Suppressions.of(resource)) {
        Optional<String> fault = fault(suppression, findings.suppressions());
        if (fault.isPresent()) {
          findings.add(resource, Field.at(suppression.path(), suppression.node()), fault.get());
        }
      }
    }
  }

  private Optional<String> fault(Suppressions.Suppression suppression, Suppressions all) {
    if (Rules.named(suppression.rule()).isEmpty()) {
      return Optional.of(
          "there is no rule " + suppression.rule() + "; correct the name or remove it");
    }
    if (!suppression.rule().equals(id()) && all.isIdle(suppression)) {
      return Optional.of(suppression.rule() + " finds nothing here; remove the annotation");
    }
    return suppression.reason().isEmpty()
        ? Optional.of("nobody says why " + suppression.rule() + " is suppressed; give the reason")
        : Optional.empty();
  }
}
