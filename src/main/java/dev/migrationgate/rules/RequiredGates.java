package dev.migrationgate.rules;

import dev.migrationgate.pattern.Rollout;

/** Fewer migrations are proven than the configuration asks for. */
final class RequiredGates implements Rule {
  @Override
  public String id() {
    return "required-gates";
  }

  @Override
  public String title() {
    return "Fewer migrations with a proven gate were found than the configuration requires";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    int proven = rollout.provenMigrations();
    if (proven < rollout.required()) {
      findings.addGlobal(
          "require asks for "
              + rollout.required()
              + " migrations with a proven gate, and "
              + proven
              + " were found; see that the migration Job and its workloads are in the input");
    }
  }
}
