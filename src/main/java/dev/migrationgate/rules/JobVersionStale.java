package dev.migrationgate.rules;

import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.migration.MigrationJob;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.pod.Image;
import dev.migrationgate.pattern.pod.Version;

/** Name and image of the Job were not raised together. */
final class JobVersionStale implements Rule {
  @Override
  public String id() {
    return "job-version-stale";
  }

  @Override
  public String title() {
    return "The version in the migration Job's name is not that of its image";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    for (MigrationJob job : rollout.migrations()) {
      String version = job.versionInName();
      for (Container container : job.pod().containers()) {
        Image image = container.image();
        if (Version.differ(version, image.tag())
            && isOwn(rollout, job, container)
            && !isImageBehind(rollout, job, container, version)) {
          findings.add(
              job.resource(),
              Field.of(job.resource(), "metadata", "name"),
              "the name says "
                  + version
                  + " and container "
                  + container.name()
                  + " runs "
                  + image.tag()
                  + ": to the cluster this is the Job of "
                  + version
                  + "; put the same variable into both");
          break;
        }
      }
    }
  }

  /** A tool's image has versions of its own, which no name need follow. */
  private static boolean isOwn(Rollout rollout, MigrationJob job, Container container) {
    for (Link link : rollout.links().of(job)) {
      for (Container service : link.workload().pod().containers()) {
        if (link.runTogether(container, service)) {
          return true;
        }
      }
    }
    return job.isNamedAfter(container.image());
  }

  /**
   * Where the service runs what the name says, the image is what is wrong: another rule's concern.
   */
  private static boolean isImageBehind(
      Rollout rollout, MigrationJob job, Container container, String version) {
    for (Link link : rollout.links().of(job)) {
      for (Container service : link.workload().pod().containers()) {
        if (link.runTogether(container, service)
            && !Version.differ(version, service.image().tag())) {
          return true;
        }
      }
    }
    return false;
  }
}
