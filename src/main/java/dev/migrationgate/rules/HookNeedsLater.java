package dev.migrationgate.rules;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Prerequisites;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.delivery.Deliverer;
import dev.migrationgate.pattern.migration.MigrationJob;
import dev.migrationgate.pattern.source.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** On the first delivery the migration waits for something that waits for the migration. */
final class HookNeedsLater implements Rule {
  @Override
  public String id() {
    return "hook-needs-later";
  }

  @Override
  public String title() {
    return "A migration that runs first needs something of the same package that comes later";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    if (rollout.deliverer() != Deliverer.ARGOCD && rollout.deliverer() != Deliverer.HELM) {
      return;
    }
    Prerequisites prerequisites = new Prerequisites(rollout.resources());
    for (MigrationJob job : rollout.migrations()) {
      List<Resource> needed = prerequisites.ofPod(job);
      List<String> later = new ArrayList<>();
      String order = "";
      Optional<Patch> patch = rollout.patching(job.resource(), "annotations");
      for (Resource resource : needed) {
        if (comesLater(rollout, job, resource)
            && !hasEarlierTwin(rollout, job, resource, needed)
            && !later.contains(resource.identity())) {
          later.add(resource.identity());
          if (patch.isEmpty()) {
            patch = rollout.patching(resource, "annotations");
          }
          order = rollout.delivery().beforeAtFirst(job.resource(), resource).orElse("");
        }
      }
      if (!later.isEmpty()) {
        findings.add(
            patch.isPresent() ? Severity.INFO : Severity.ERROR,
            job.resource(),
            Field.of(job.resource(), "metadata", "annotations"),
            "when the Job runs ("
                + order
                + "), "
                + String.join(", ", later)
                + (later.size() == 1 ? " is" : " are")
                + " not there yet on the first delivery, and its pod never starts, and on later ones"
                + " it gets the last release's; let "
                + (later.size() == 1 ? "it" : "them")
                + " come earlier still"
                + (patch.isPresent()
                    ? ", unless the patch " + patch.get().file() + " does so: check the build"
                    : ""));
      }
    }
  }

  private static boolean comesLater(Rollout rollout, MigrationJob job, Resource resource) {
    return rollout.delivery().beforeAtFirst(job.resource(), resource).isPresent();
  }

  /** A copy for the hook may stand beside the one for the service. */
  private static boolean hasEarlierTwin(
      Rollout rollout, MigrationJob job, Resource resource, List<Resource> needed) {
    for (Resource other : needed) {
      if (other.name().equals(resource.name())
          && other.kind().equals(resource.kind())
          && !comesLater(rollout, job, other)) {
        return true;
      }
    }
    return false;
  }
}
