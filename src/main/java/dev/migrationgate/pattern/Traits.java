package dev.migrationgate.pattern;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.ResourceName;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.pattern.database.DatabaseSources;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.pod.Image;
import dev.migrationgate.pattern.pod.ImageFamily;
import dev.migrationgate.pattern.pod.NameStem;
import dev.migrationgate.pattern.pod.PodTemplate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a Job and a workload of one application have in common, read once from each.
 *
 * @param index the migration's place among the migrations; of no meaning for a workload
 * @param names the names, those before kustomize's prefixes included
 * @param stem the name without its version
 * @param application the stem without words that say migration
 * @param repositories the repositories of the images
 * @param families what those share with sister images
 * @param labels the labels that name an application, {@code key: value}
 * @param databases where the database settings are read from, {@code Secret name}
 * @param wholes what is read in one piece and may hold such settings, {@code ConfigMap name}
 */
record Traits(
    int index,
    List<String> names,
    String stem,
    String application,
    Set<String> repositories,
    Set<String> families,
    Set<String> labels,
    Set<String> databases,
    Set<String> wholes) {

  static final String NAME = "name ";
  static final String STEM = "stem ";
  static final String REPOSITORY = "repository ";
  private static final String APPLICATION = "application ";
  private static final String LABEL = "label ";
  private static final String DATABASE = "database ";

  private static final String[] APP_LABELS = {
    "app.kubernetes.io/part-of", "app.kubernetes.io/instance", "app.kubernetes.io/name", "app"
  };

  static Traits of(int index, Resource resource, PodTemplate pod, Resources resources) {
    Set<String> repositories = new LinkedHashSet<>();
    Set<String> families = new LinkedHashSet<>();
    for (Container container : pod.containers()) {
      Image image = container.image();
      if (!image.repository().isEmpty()) {
        repositories.add(image.canonicalRepository());
        families.add(ImageFamily.of(image));
      }
    }
    Set<String> labels = new LinkedHashSet<>();
    for (String key : APP_LABELS) {
      Optional<String> own = resource.label(key);
      Optional<String> value =
          own.isPresent() ? own : pod.template().text("metadata", "labels", key);
      if (value.isPresent()) {
        labels.add(key + ": " + value.get());
      }
    }
    String stem = NameStem.of(resource.name());
    return new Traits(
        index,
        resource.names(),
        stem,
        NameStem.withoutMigration(stem),
        repositories,
        families,
        labels,
        DatabaseSources.of(pod, resource, resources),
        DatabaseSources.wholeIn(pod));
  }

  /** Under what a workload finds this Job. */
  List<String> keysOfJob() {
    List<String> keys = images();
    keys.addAll(keys(LABEL, labels));
    keys.addAll(keys(DATABASE, databases));
    keys.addAll(keys(DATABASE, wholes));
    keys.add(STEM + stem);
    keys.add(APPLICATION + application);
    for (String name : names) {
      keys.add(NAME + name);
    }
    return keys;
  }

  /** Under what a Job stands that one thing in common links to this workload. */
  List<String> keysOfWorkload() {
    List<String> keys = images();
    keys.add(APPLICATION + names.get(0));
    return keys;
  }

  /** Under what a Job stands that has only hints in common with this workload: a list a hint. */
  List<List<String>> hints() {
    List<String> applications = new ArrayList<>();
    String name = names.get(0);
    for (int dash = name.indexOf('-');
        dash > 0 && dash < ResourceName.MAX_LENGTH;
        dash = name.indexOf('-', dash + 1)) {
      applications.add(APPLICATION + name.substring(0, dash));
    }
    List<String> sources = keys(DATABASE, databases);
    sources.addAll(keys(DATABASE, wholes));
    return List.of(applications, keys(LABEL, labels), sources);
  }

  /** Where both read database settings from; of what both read in one piece nobody knows. */
  Optional<String> databaseOf(Traits other) {
    Optional<String> same = first(databases, other.databases);
    if (same.isPresent()) {
      return same;
    }
    Optional<String> held = first(databases, other.wholes);
    return held.isPresent() ? held : first(wholes, other.databases);
  }

  /** What stands in both. */
  static Optional<String> first(Set<String> one, Set<String> other) {
    for (String text : one) {
      if (other.contains(text)) {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  private List<String> images() {
    List<String> keys = keys(REPOSITORY, repositories);
    keys.addAll(keys("family ", families));
    return keys;
  }

  private static List<String> keys(String kind, Set<String> values) {
    List<String> keys = new ArrayList<>();
    for (String value : values) {
      keys.add(kind + value);
    }
    return keys;
  }
}
