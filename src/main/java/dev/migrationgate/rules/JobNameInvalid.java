package dev.migrationgate.rules;

import dev.migrationgate.krm.ResourceName;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.migration.MigrationJob;
import dev.migrationgate.pattern.source.Placeholder;
import dev.migrationgate.substitute.Problem;

/** The API server refuses the Job's name. */
final class JobNameInvalid implements Rule {
  @Override
  public String id() {
    return "job-name-invalid";
  }

  @Override
  public String title() {
    return "The migration Job's name is illegal or too long";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    for (MigrationJob job : rollout.migrations()) {
      String name = job.name();
      if (job.hasGeneratedName()
          || Placeholder.inName(name).isPresent()
          || hasEmptyVariable(rollout, job)) {
        continue;
      }
      Field field = Field.of(job.resource(), "metadata", "name");
      if (name.length() > ResourceName.MAX_JOB_NAME) {
        findings.add(
            job.resource(),
            field,
            "\""
                + name
                + "\" has "
                + name.length()
                + " characters, and a Job's name may have "
                + ResourceName.MAX_JOB_NAME
                + " since it becomes a label of its pods; shorten it");
      } else if (!ResourceName.isLegal(name)) {
        findings.add(
            job.resource(),
            field,
            "\""
                + name
                + "\" is no legal name: lower case letters, digits, \"-\" and \".\", starting and"
                + " ending with a letter or digit; rename it");
      }
    }
  }

  private static boolean hasEmptyVariable(Rollout rollout, MigrationJob job) {
    for (Problem problem : rollout.problems()) {
      if (problem.kind() == Problem.Kind.EMPTY
          && problem.path().equals("metadata.name")
          && problem.resource().position() == job.resource().position()) {
        return true;
      }
    }
    return false;
  }
}
