package dev.migrationgate.rules;

import dev.migrationgate.fix.Reach;
import dev.migrationgate.fix.TemplateChange;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.delivery.Deliverer;
import dev.migrationgate.pattern.migration.MigrationJob;
import dev.migrationgate.yaml.Fragment;
import java.util.List;
import java.util.Optional;

/** A failed migration is tried again by itself. */
final class JobBackoffLimit implements Rule {
  private static final Parameter LIMIT =
      new Parameter(
          "limit",
          "The backoffLimit that a migration Job must have.",
          List.of("0"),
          Parameter.Form.NUMBER);

  @Override
  public String id() {
    return "job-backoff-limit";
  }

  @Override
  public String title() {
    return "The migration Job retries by itself after a failure";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(LIMIT);
  }

  @Override
  public Reach reach() {
    return Reach.WIRE;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    Severity severity = rollout.deliverer() == Deliverer.FLUX ? Severity.ERROR : Severity.WARNING;
    String limit = findings.parameter(LIMIT).get(0);
    for (MigrationJob job : rollout.migrations()) {
      Optional<String> now = job.resource().root().text("spec", "backoffLimit");
      if (now.isPresent() && now.get().equals(limit)) {
        continue;
      }
      findings.add(
          severity,
          job.resource(),
          Field.of(job.resource(), "spec", "backoffLimit").propose(limit),
          (now.isPresent()
                  ? "backoffLimit is " + now.get()
                  : "backoffLimit is absent, which means 6")
              + (limit.equals("0")
                  ? ": a migration that failed half-way runs again; set it to 0"
                  : ", and the configuration asks for " + limit),
          new TemplateChange(
              job,
              List.of("spec", "backoffLimit"),
              new Fragment.Literal(limit),
              limit.equals("0"),
              "backoffLimit is set to " + limit));
    }
  }
}
