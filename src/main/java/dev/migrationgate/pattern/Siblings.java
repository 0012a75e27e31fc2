package dev.migrationgate.pattern;

import dev.migrationgate.pattern.database.DatabaseSources;
import dev.migrationgate.pattern.gate.Workload;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.pod.Image;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Workers and consoles run the image of the service beside them, and need what it needs. */
final class Siblings {
  private Siblings() {}

  /**
   * The links, with those strong that were a guess, where another workload runs the same image and
   * certainly depends on the same migration.
   */
  static List<Link> of(List<Link> links) {
    List<Link> all = new ArrayList<>();
    for (Link link : links) {
      Optional<Workload> sibling = link.strong() ? Optional.empty() : sibling(link, links);
      all.add(sibling.isPresent() ? strengthened(link, sibling.get()) : link);
    }
    return all;
  }

  private static Optional<Workload> sibling(Link link, List<Link> links) {
    for (Link other : links) {
      if (other.strong()
          && other.job().resource().position() == link.job().resource().position()
          && sharesImage(other.workload(), link.workload())) {
        return Optional.of(other.workload());
      }
    }
    return Optional.empty();
  }

  private static boolean sharesImage(Workload one, Workload other) {
    if (DatabaseSources.areNoneIn(one.pod()) || DatabaseSources.areNoneIn(other.pod())) {
      return false;
    }
    // Behind the first container of a pod stand proxies and exporters, which many pods share.
    Optional<Image> image = first(one);
    Optional<Image> otherImage = first(other);
    return image.isPresent()
        && otherImage.isPresent()
        && !image.get().repository().isEmpty()
        && image.get().canonicalRepository().equals(otherImage.get().canonicalRepository());
  }

  private static Optional<Image> first(Workload workload) {
    List<Container> containers = workload.pod().containers();
    return containers.isEmpty() ? Optional.empty() : Optional.of(containers.get(0).image());
  }

  private static Link strengthened(Link link, Workload sibling) {
    List<String> reasons = new ArrayList<>();
    reasons.add("it runs the image of " + sibling.resource().identity() + ", which depends on it");
    reasons.addAll(link.reasons());
    return new Link(link.job(), link.workload(), true, reasons, link.gate());
  }
}
