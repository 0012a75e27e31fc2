package dev.migrationgate.krm;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The resources of one build: one by one in the order of the input, by kind, or by name. Each index
 * is built when somebody first asks; then a question costs what its answer does, not what the build
 * holds.
 */
public final class Resources implements Iterable<Resource> {
  private final List<Resource> all;
  private Optional<Groups<String, Resource>> byKind = Optional.empty();
  private Optional<NamespacedIndex> byName = Optional.empty();

  public Resources(List<Resource> all) {
    this.all = List.copyOf(all);
  }

  /** All of them, in the order of the input. */
  public List<Resource> all() {
    return all;
  }

  @Override
  public Iterator<Resource> iterator() {
    return all.iterator();
  }

  /** Those of a group and kind, whatever the version, in the order of the input. */
  public List<Resource> of(String group, String kind) {
    if (byKind.isEmpty()) {
      byKind = Optional.of(readKinds());
    }
    return byKind.get().of(group + "/" + kind);
  }

  /**
   * Those of a name that may be in a namespace, in the order of the input. The names before
   * kustomize's prefixes, suffixes and hashes count as well.
   *
   * @param namespace empty for any
   */
  public List<Resource> named(String name, String namespace) {
    if (byName.isEmpty()) {
      byName = Optional.of(readNames());
    }
    return byName.get().find(name, namespace);
  }

  /** Those of a kind and name that may be in a namespace. */
  public List<Resource> named(String group, String kind, String name, String namespace) {
    List<Resource> found = new ArrayList<>(1);
    for (Resource resource : named(name, namespace)) {
      if (resource.is(group, kind)) {
        found.add(resource);
      }
    }
    return found;
  }

  /** The first of a kind and name that may share the namespace of who refers to it. */
  public Optional<Resource> referred(String group, String kind, String name, Resource referrer) {
    for (Resource resource : named(name, referrer.namespace())) {
      if (resource.is(group, kind)) {
        return Optional.of(resource);
      }
    }
    return Optional.empty();
  }

  /** The Namespace that a resource says it is in. */
  public Optional<Resource> namespaceOf(Resource resource) {
    for (Resource namespace : named("", "Namespace", resource.namespace(), "")) {
      if (namespace.name().equals(resource.namespace())) {
        return Optional.of(namespace);
      }
    }
    return Optional.empty();
  }

  private Groups<String, Resource> readKinds() {
    Groups<String, Resource> kinds = new Groups<>();
    for (Resource resource : all) {
      kinds.add(resource.group() + "/" + resource.kind(), resource);
    }
    return kinds;
  }

  private NamespacedIndex readNames() {
    NamespacedIndex names = new NamespacedIndex();
    for (Resource resource : all) {
      for (String name : resource.names()) {
        names.add(name, resource);
      }
    }
    return names;
  }
}
