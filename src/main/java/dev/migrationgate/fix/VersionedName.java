package dev.migrationgate.fix;

import dev.migrationgate.krm.ResourceName;
import dev.migrationgate.pattern.database.DatabaseServer;
import dev.migrationgate.pattern.migration.MigrationDetector;
import dev.migrationgate.pattern.migration.MigrationJob;
import dev.migrationgate.pattern.migration.OneTimeWork;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.pod.Image;
import dev.migrationgate.pattern.source.Placeholder;
import dev.migrationgate.substitute.NameSanitizer;
import dev.migrationgate.yaml.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Appends the version of its image to a Job's name, and renames whatever refers to the Job. */
public record VersionedName(MigrationJob job) implements Fix {
  private static final int SHORT_DIGEST = 12;

  @Override
  public boolean renames() {
    return true;
  }

  @Override
  public Plan plan(Surroundings around) {
    Optional<Scalar> name = job.resource().root().scalar("metadata", "name");
    Optional<Scalar> image = image();
    if (job.name().isEmpty() || name.isEmpty() || image.isEmpty()) {
      return new Plan.Refused("the Job has no name, or no image to take the version from");
    }
    Optional<String> oneTime = OneTimeWork.in(job);
    if (oneTime.isPresent()) {
      return new Plan.Refused(
          "\""
              + oneTime.get()
              + "\" tells that the Job is to run once, and not with every release");
    }
    if (isOfOthers(image.get())) {
      return new Plan.Refused(
          "its image "
              + Image.parse(image.get().written()).repository()
              + " is no release of the application, and keeps its tag from one to the next");
    }
    Optional<String> objection = around.references().objection(job, image.get());
    if (objection.isPresent()) {
      return new Plan.Refused(objection.get());
    }
    Optional<String> version = version(image.get().written());
    if (version.isEmpty()) {
      return new Plan.Refused(
          "its image "
              + Image.parse(image.get().written()).repository()
              + " has no tag of a release to take the version from");
    }
    String written = name.get().written() + "-" + version.get();
    int length = job.name().length() + 1 + lengthOf(version.get(), image.get());
    if (length > ResourceName.MAX_JOB_NAME) {
      return new Plan.Refused(
          "\"" + written + "\" would have " + length + " characters, and a Job's name may have 63");
    }
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.Rewrite(job.resource(), name.get(), written));
    Optional<String> left = around.references().rename(job, name.get().written(), written, changes);
    if (left.isPresent()) {
      return new Plan.Refused(left.get());
    }
    return new Plan.Changes(
        "the Job is named " + written + ", so that each release has its own", changes);
  }

  private Optional<Scalar> image() {
    List<Container> containers = job.pod().containers();
    return containers.isEmpty() ? Optional.empty() : containers.get(0).node().scalar("image");
  }

  private boolean isOfOthers(Scalar image) {
    return DatabaseServer.isRunBy(job.pod())
        || MigrationDetector.isOfTool(Image.parse(image.written()));
  }

  /** The tag as the source has it, a variable where it is one; else the start of the digest. */
  private static Optional<String> version(String written) {
    Image image = Image.parse(written);
    if (image.tag().contains("${")) {
      return Optional.of(image.tag());
    }
    if (!image.digest().isEmpty()) {
      String hex = image.digest().substring(image.digest().indexOf(':') + 1);
      return hex.length() < SHORT_DIGEST || hex.contains("$")
          ? Optional.empty()
          : Optional.of(hex.substring(0, SHORT_DIGEST));
    }
    if (!image.hasReleaseTag() || Placeholder.inName(image.tag()).isPresent()) {
      return Optional.empty();
    }
    boolean legal = ResourceName.isLegal(image.tag());
    return Optional.of(legal ? image.tag() : NameSanitizer.sanitize(image.tag()));
  }

  private static int lengthOf(String version, Scalar image) {
    return version.contains("${") ? Image.parse(image.value()).tag().length() : version.length();
  }
}
