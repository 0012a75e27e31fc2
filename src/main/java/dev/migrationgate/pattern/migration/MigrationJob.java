package dev.migrationgate.pattern.migration;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.gate.Gate;
import dev.migrationgate.pattern.gate.GateReader;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.pod.Count;
import dev.migrationgate.pattern.pod.Image;
import dev.migrationgate.pattern.pod.ImageFamily;
import dev.migrationgate.pattern.pod.NameStem;
import dev.migrationgate.pattern.pod.PodTemplate;
import dev.migrationgate.yaml.Entry;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A Job that migrates an application's schema.
 *
 * @param tool the migration tool, empty where none was recognised
 * @param evidence why it was taken for one, for a person to read
 */
public record MigrationJob(Resource resource, PodTemplate pod, String tool, List<String> evidence) {
  private static final Set<String> EARLY =
      Set.of("pre-deploy", "predeploy", "pre-deployment", "pre-release", "pre-rollout");

  public MigrationJob {
    evidence = List.copyOf(evidence);
  }

  public String name() {
    return resource.name();
  }

  /** True when this is one of its names, those before kustomize's prefixes included. */
  public boolean isNamed(String name) {
    return resource.names().contains(name);
  }

  /** True when an init container of its own waits for the other. */
  public boolean waitsFor(MigrationJob other) {
    for (Gate gate : GateReader.read(pod)) {
      if (gate instanceof Gate.JobPoll poll && poll.names(other.name())) {
        return true;
      }
    }
    return false;
  }

  /** The {@code ttlSecondsAfterFinished}, empty when it is absent. */
  public Optional<String> ttl() {
    return resource.root().text("spec", "ttlSecondsAfterFinished");
  }

  /** How many seconds it may run, empty for as long as it takes. */
  public OptionalLong deadline() {
    return Count.at(resource.root(), "spec", "activeDeadlineSeconds");
  }

  /** True when a part of the name looks like a version, or is the tag of the Job's own image. */
  public boolean hasVersionedName() {
    String name = name();
    boolean versioned = NameStem.isVersion(name) || !NameStem.of(name).equals(name);
    if (NameStem.isOpen(name) || versioned) {
      return true;
    }
    for (Container container : pod.containers()) {
      String tag = container.image().tag();
      if (!tag.isEmpty() && !tag.equals("latest") && name.endsWith("-" + tag)) {
        return true;
      }
    }
    return false;
  }

  /** What looks like a version at the end of the name, empty where nothing does. */
  public String versionInName() {
    String stem = NameStem.of(name());
    return stem.length() < name().length() ? name().substring(stem.length() + 1) : "";
  }

  /** True when the name is that of the image, apart from words that say migration. */
  public boolean isNamedAfter(Image image) {
    String family = ImageFamily.of(image);
    String application = NameStem.withoutMigration(NameStem.of(name()));
    return !application.isEmpty()
        && application.equals(family.substring(family.lastIndexOf('/') + 1));
  }

  /** True when the API server picks the name, anew at every apply. */
  public boolean hasGeneratedName() {
    return resource.root().text("metadata", "name").isEmpty()
        && resource.root().text("metadata", "generateName").isPresent();
  }

  /** The label by which somebody applies it before the rest, {@code phase: pre-deploy}. */
  public Optional<String> earlyLabel() {
    for (Entry label : resource.root().entries("metadata", "labels")) {
      String value = label.value().text().orElse("");
      if (EARLY.contains(value)) {
        return Optional.of(label.name() + ": " + value);
      }
    }
    return Optional.empty();
  }

  /** True for a Job that somebody applies when it is needed: nothing can wait for it. */
  public boolean isAppliedByHand() {
    return ("-" + name() + "-").contains("-manual-");
  }
}
