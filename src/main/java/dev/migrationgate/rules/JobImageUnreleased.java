package dev.migrationgate.rules;

import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.pod.Image;
import dev.migrationgate.pattern.source.Placeholder;
import dev.migrationgate.substitute.Use;
import java.util.HashSet;
import java.util.Set;

/** The service was given its release's tag, and its migration was forgotten. */
final class JobImageUnreleased implements Rule {
  @Override
  public String id() {
    return "job-image-unreleased";
  }

  @Override
  public String title() {
    return "The workload's image has the tag of a release, the migration's has none";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    Set<String> told = new HashSet<>();
    for (Link link : rollout.links()) {
      for (Container job : link.job().pod().containers()) {
        for (Container service : link.workload().pod().containers()) {
          if (link.runTogether(job, service)
              && isForgotten(job.image(), service.image())
              && !isComparedElsewhere(rollout, link, job, service)
              && told.add(link.job().resource().position() + job.path())) {
            findings.add(
                link.job().resource(),
                Field.imageOf(job),
                "container "
                    + service.name()
                    + " of "
                    + link.workload().resource().identity()
                    + " runs "
                    + service.image().tag()
                    + ", and "
                    + job.image().repository()
                    + (job.image().tag().isEmpty() ? " has no tag" : " has the tag latest")
                    + "; add it to the images of the kustomization, with the same tag");
          }
        }
      }
    }
  }

  /** One repository with two tags is the concern of image-tag-differs. */
  private static boolean isForgotten(Image job, Image service) {
    return !job.isPinned()
        && service.isPinned()
        && !service.tag().isEmpty()
        && Placeholder.in(service.tag()).isEmpty()
        && Placeholder.in(job.repository()).isEmpty()
        && !job.canonicalRepository().equals(service.canonicalRepository());
  }

  /** A fixed tag beside a variable's is the concern of image-tag-differs as well. */
  private static boolean isComparedElsewhere(
      Rollout rollout, Link link, Container job, Container service) {
    for (Use use : rollout.uses().of(link.workload().resource())) {
      if (use.path().equals(service.path() + ".image")) {
        return !job.image().tag().isEmpty();
      }
    }
    return false;
  }
}
