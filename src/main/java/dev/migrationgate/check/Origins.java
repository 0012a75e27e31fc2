package dev.migrationgate.check;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.yaml.Entry;
import dev.migrationgate.yaml.Mapping;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.Sequence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds in the files what came out of a build: the resource by group, kind and name, which a build
 * lengthens, and the field where the file has it, else what is nearest above it.
 */
final class Origins {
  private final List<Resource> sources;

  /**
   * @param sources the resources of the files that the build is made of
   */
  Origins(List<Resource> sources) {
    this.sources = List.copyOf(sources);
  }

  /** The names of the files. */
  Set<String> files() {
    return sources.stream().map(source -> source.source().name()).collect(Collectors.toSet());
  }

  /** The resource that became this one; empty for one that a generator made. */
  Optional<Resource> of(Resource built) {
    Optional<Resource> best = Optional.empty();
    int most = 0;
    for (Resource source : sources) {
      int likeness = source.is(built.group(), built.kind()) ? likeness(source, built) : 0;
      if (likeness > most) {
        most = likeness;
        best = Optional.of(source);
      }
    }
    return best;
  }

  /** How much speaks for it: a longer part of the name, then the namespace. */
  private static int likeness(Resource source, Resource built) {
    String name = withoutPlaceholder(source.name());
    if (name.isEmpty() || !built.name().contains(name)) {
      return 0;
    }
    boolean there = source.namespace().equals(built.namespace());
    return 2 * name.length() + (there ? 1 : 0);
  }

  /** A function of the build may have put a value there. */
  private static String withoutPlaceholder(String name) {
    int at = name.indexOf("${");
    return at < 0 ? name : name.substring(0, at);
  }

  /**
   * The node of the file that became a node of the build.
   *
   * @param built the root of a built resource
   * @param wanted a node below it
   * @param source the root of the resource that it was made of
   */
  static Node follow(Node built, Node wanted, Node source) {
    if (isSame(built, wanted)) {
      return source;
    }
    if (built instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        if (isSame(entry.key(), wanted)) {
          return key(source, entry.name()).orElse(source);
        }
        if (holds(entry.value(), wanted)) {
          return source
              .get(entry.name())
              .map(next -> follow(entry.value(), wanted, next))
              .orElse(source);
        }
      }
    } else if (built instanceof Sequence sequence) {
      for (int i = 0; i < sequence.items().size(); i++) {
        Node item = sequence.items().get(i);
        if (holds(item, wanted)) {
          return item(source, item, i).map(next -> follow(item, wanted, next)).orElse(source);
        }
      }
    }
    return source;
  }

  private static Optional<Node> key(Node source, String name) {
    return source.target() instanceof Mapping mapping
        ? mapping.entry(name).map(Entry::key)
        : Optional.empty();
  }

  /** Items that have names are found by them: a build may put others before them. */
  private static Optional<Node> item(Node source, Node item, int index) {
    List<Node> items = source.items();
    Optional<String> name = item.text("name");
    if (name.isPresent()) {
      return items.stream().filter(other -> other.has(name.get(), "name")).findFirst();
    }
    return index < items.size() ? Optional.of(items.get(index)) : Optional.empty();
  }

  private static boolean isSame(Node one, Node other) {
    return one.start() == other.start()
        && one.end() == other.end()
        && one.getClass() == other.getClass();
  }

  private static boolean holds(Node node, Node wanted) {
    return node.start() <= wanted.start() && wanted.end() <= node.end();
  }
}
