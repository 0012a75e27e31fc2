package dev.migrationgate.rules;

import dev.migrationgate.pattern.Link;
import java.util.List;

/** Names things for a message. */
final class Names {
  private Names() {}

  /** The first workload, and how many there are besides. */
  static String workloads(List<Link> links) {
    String first = links.get(0).workload().resource().identity();
    return switch (links.size()) {
      case 1 -> first;
      case 2 -> first + " and " + links.get(1).workload().resource().identity();
      default -> first + " and " + (links.size() - 1) + " others";
    };
  }
}
