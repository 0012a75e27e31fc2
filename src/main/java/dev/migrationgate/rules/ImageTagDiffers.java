package dev.migrationgate.rules;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.pod.Image;
import dev.migrationgate.pattern.pod.NameStem;
import dev.migrationgate.pattern.source.Patch;
import dev.migrationgate.pattern.source.Placeholder;
import dev.migrationgate.substitute.Use;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Migration and service are of different releases. */
final class ImageTagDiffers implements Rule {
  @Override
  public String id() {
    return "image-tag-differs";
  }

  @Override
  public String title() {
    return "The migration and its workload run different versions";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    Set<String> variable = new HashSet<>();
    for (Use use : rollout.uses()) {
      variable.add(use.resource().position() + " " + use.path());
    }
    for (Link link : rollout.links()) {
      // A scheduled run of an older release is what rolling back over a schema looks like.
      if (!link.workload().resource().kind().equals("CronJob")) {
        compare(link, variable, rollout, findings);
      }
    }
  }

  private static void compare(Link link, Set<String> variable, Rollout rollout, Findings findings) {
    for (Container job : link.job().pod().containers()) {
      for (Container service : link.workload().pod().containers()) {
        if (!link.runTogether(job, service) || isOpen(job) || isOpen(service)) {
          continue;
        }
        Image own = job.image();
        Image other = service.image();
        boolean ownVaries = varies(variable, link.job().resource(), job);
        boolean otherVaries = varies(variable, link.workload().resource(), service);
        boolean sameRepository = own.canonicalRepository().equals(other.canonicalRepository());
        boolean differs = sameRepository && differ(own, other);
        if (!differs
            && (ownVaries == otherVaries || own.tag().isEmpty() || other.tag().isEmpty())) {
          continue;
        }
        String why =
            differs
                ? "the migration runs "
                    + tag(own)
                    + " and "
                    + service.name()
                    + " of "
                    + link.workload().resource().identity()
                    + " runs "
                    + tag(other)
                : "the tag is "
                    + (ownVaries ? "the variable's" : "fixed")
                    + " here and "
                    + (otherVaries ? "the variable's" : "fixed")
                    + " in "
                    + service.name()
                    + " of "
                    + link.workload().resource().identity()
                    + ", so they part with the next release";
        // Of the migration's own patches the Judge knows.
        Optional<Patch> patch = rollout.patching(link.workload().resource(), "image");
        findings.add(
            patch.isPresent() ? Severity.WARNING : Severity.ERROR,
            link.job().resource(),
            Field.imageOf(job),
            why
                + "; give both the same "
                + (own.digest().isEmpty() ? "tag" : "digest")
                + (patch.isPresent()
                    ? " (the patch " + patch.get().file() + " may: check the build)"
                    : ""));
        return;
      }
    }
  }

  /** Where one has a digest and the other a tag, nobody here knows. */
  private static boolean differ(Image own, Image other) {
    return own.digest().isEmpty()
        ? partsFrom(own.tag(), other)
        : !other.digest().isEmpty() && !own.digest().equals(other.digest());
  }

  /** {@code migrate} beside {@code latest}, {@code 1.4-migrate} beside {@code 1.4}: two builds. */
  private static boolean partsFrom(String tag, Image other) {
    String release = tag.contains("migrat") ? NameStem.withoutMigration(tag) : tag;
    boolean sameBuilds = release.isEmpty() && !tag.isEmpty() && !other.hasReleaseTag();
    return !sameBuilds && !release.equals(other.tag()) && !tag.equals(other.tag());
  }

  /** A tag that is still to be filled in says nothing yet. */
  private static boolean isOpen(Container container) {
    return Placeholder.in(container.node().text("image").orElse("")).isPresent();
  }

  private static boolean varies(Set<String> variable, Resource resource, Container container) {
    return variable.contains(resource.position() + " " + container.path() + ".image");
  }

  private static String tag(Image image) {
    if (!image.digest().isEmpty()) {
      return "digest " + image.digest();
    }
    return image.tag().isEmpty() ? "no tag" : "tag " + image.tag();
  }
}
