package dev.migrationgate.rules;

import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.migration.Destruction;
import dev.migrationgate.pattern.migration.MigrationJob;
import dev.migrationgate.pattern.pod.Container;
import java.util.Optional;

/** A release deletes what is in the database. */
final class DestructiveCommand implements Rule {
  @Override
  public String id() {
    return "destructive-command";
  }

  @Override
  public String title() {
    return "The migration Job runs a command that deletes data";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    for (MigrationJob job : rollout.migrations()) {
      for (Container container : job.pod().allContainers()) {
        Optional<Destruction> found = Destruction.in(container);
        if (found.isPresent()) {
          findings.add(
              job.resource(),
              Field.at(found.get().word().path(), found.get().word().node()),
              "container "
                  + container.name()
                  + " runs \""
                  + found.get().text()
                  + "\", which deletes data; run what only applies pending"
                  + " migrations");
        }
      }
    }
  }
}
