package dev.migrationgate.rules;

import dev.migrationgate.krm.Host;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.migration.MigrationJob;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.pod.Image;
import dev.migrationgate.pattern.source.Placeholder;
import java.util.HashSet;
import java.util.Set;

/** An image that says of no release. */
final class ImageUntagged implements Rule {
  @Override
  public String id() {
    return "image-untagged";
  }

  @Override
  public String title() {
    return "The image of a migration or its workload has no tag, or latest";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    for (MigrationJob job : rollout.migrations()) {
      Set<String> told = new HashSet<>();
      for (Container container : job.pod().containers()) {
        if (!isComparedElsewhere(rollout, job, container)) {
          report(rollout, job.resource(), container, told, findings);
        }
      }
      for (Link link : rollout.links().of(job)) {
        for (Container container : link.workload().pod().containers()) {
          if (link.strong()
              && runsWithMigration(link, container)
              && !isComparedElsewhere(link, container)) {
            report(rollout, link.workload().resource(), container, told, findings);
          }
        }
      }
    }
  }

  /** A proxy or a page of the same pod has releases of its own. */
  private static boolean runsWithMigration(Link link, Container container) {
    for (Container migrating : link.job().pod().containers()) {
      if (link.runTogether(migrating, container)) {
        return true;
      }
    }
    return false;
  }

  private static void report(
      Rollout rollout,
      Resource resource,
      Container container,
      Set<String> told,
      Findings findings) {
    Image image = container.image();
    if (image.isPinned()
        || image.repository().isEmpty()
        || container.node().text("image").orElse("").endsWith(":")
        || container.node().has("Never", "imagePullPolicy")
        || Placeholder.in(image.repository()).isPresent()
        || !told.add(image.canonicalRepository())) {
      return;
    }
    // Files that are read as they stand may still be built, and get their tags there.
    boolean source =
        rollout.host() == Host.KPT
            || rollout.host() == Host.STREAM && !resource.source().name().equals("stdin");
    findings.add(
        source ? Severity.INFO : Severity.WARNING,
        resource,
        Field.imageOf(container),
        image.repository()
            + (image.tag().isEmpty() ? " has no tag" : " has the tag latest")
            + ", so nothing says which release migrates, and the next pod may run another; give it"
            + " the release's tag");
  }

  /** Where the other side has a release, the rules that compare the two speak. */
  private static boolean isComparedElsewhere(Rollout rollout, MigrationJob job, Container own) {
    for (Link link : rollout.links().of(job)) {
      for (Container service : link.workload().pod().containers()) {
        if (link.runTogether(own, service) && service.image().isPinned()) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isComparedElsewhere(Link link, Container service) {
    for (Container own : link.job().pod().containers()) {
      boolean sameRepository =
          own.image().canonicalRepository().equals(service.image().canonicalRepository());
      if (sameRepository && own.image().isPinned()) {
        return true;
      }
    }
    return false;
  }
}
