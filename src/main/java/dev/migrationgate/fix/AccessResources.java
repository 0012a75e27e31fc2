package dev.migrationgate.fix;

import dev.migrationgate.krm.Groups;
import dev.migrationgate.krm.Manifests;
import dev.migrationgate.krm.NamespacedIndex;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The Roles and RoleBindings that are there, and which links need the same ones. */
final class AccessResources {
  static final String RBAC = "rbac.authorization.k8s.io";
  private static final List<String> READING = List.of("get", "list", "watch");

  private final Groups<List<String>, Link> links = new Groups<>();

  /** Those that allow nothing but reading Jobs, by namespace. */
  private final Groups<String, Resource> readingRoles = new Groups<>();

  private final NamespacedIndex names = new NamespacedIndex();

  AccessResources(Rollout rollout, Manifests manifests) {
    for (Link link : rollout.links()) {
      links.add(asking(link), link);
    }
    for (Resource role : rollout.resources().of(RBAC, "Role")) {
      if (isForReadingJobs(role)) {
        readingRoles.add(role.namespace(), role);
      }
    }
    for (Resource resource : manifests.resources()) {
      if (resource.group().equals(RBAC)) {
        names.add(resource.kind() + "/" + WrittenName.of(resource), resource);
      }
    }
  }

  /** Whose Jobs are asked for, and by whom. */
  private static List<String> asking(Link link) {
    return List.of(
        link.job().resource().namespace(),
        link.workload().resource().namespace(),
        link.workload().pod().serviceAccount());
  }

  /** The links that one permission serves with this one, which is among them. */
  List<Link> askingAs(Link link) {
    return links.of(asking(link));
  }

  /** A Role of this very namespace that allows what is needed, and nothing but reading Jobs. */
  Optional<Resource> roleForReading(String namespace, List<String> verbs) {
    for (Resource role : readingRoles.of(namespace)) {
      if (verbs(role).containsAll(verbs)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }

  /** True when a resource of RBAC has this name, as the source writes it. */
  boolean isTaken(String kind, String name, String namespace) {
    return !names.find(kind + "/" + name, namespace).isEmpty();
  }

  private static boolean isForReadingJobs(Resource role) {
    List<Node> rules = role.root().items("rules");
    return rules.size() == 1
        && isOnly("batch", rules.get(0).items("apiGroups"))
        && isOnly("jobs", rules.get(0).items("resources"))
        && rules.get(0).get("resourceNames").isEmpty()
        && READING.containsAll(verbs(role));
  }

  private static boolean isOnly(String text, List<Node> items) {
    return items.size() == 1 && items.get(0).has(text);
  }

  private static List<String> verbs(Resource role) {
    List<String> verbs = new ArrayList<>();
    for (Node rule : role.root().items("rules")) {
      for (Node verb : rule.items("verbs")) {
        verbs.add(verb.text().orElse(""));
      }
    }
    return verbs;
  }
}
