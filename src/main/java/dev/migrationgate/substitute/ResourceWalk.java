package dev.migrationgate.substitute;

import dev.migrationgate.krm.InvalidInput;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.yaml.Alias;
import dev.migrationgate.yaml.Entry;
import dev.migrationgate.yaml.Mapping;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.Scalar;
import dev.migrationgate.yaml.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Walks one resource's tree, scalar by scalar, keys included. Subtrees without change are shared.
 */
final class ResourceWalk {
  private final Resource resource;
  private final FieldRoles roles;
  private final ScalarSubstitution scalars;

  /** The keys that lead to the current node, without the indexes of sequences. */
  private final List<String> keys = new ArrayList<>();

  private final Trail trail = new Trail();

  private Optional<Node> container = Optional.empty();

  /** Above 0 while the walk is in what an alias repeats. */
  private int aliases;

  ResourceWalk(Resource resource, ScalarSubstitution scalars) {
    this.resource = resource;
    this.roles = new FieldRoles(resource);
    this.scalars = scalars;
  }

  /** The resource's tree with its scalars resolved. */
  Mapping walk() {
    return mapping(resource.root());
  }

  private Node node(Node node, Node holder, boolean inFlow) {
    if (node instanceof Scalar scalar) {
      return scalar(scalar, holder, inFlow);
    }
    if (node instanceof Mapping mapping) {
      return mapping(mapping);
    }
    if (node instanceof Sequence sequence) {
      return sequence(sequence, holder);
    }
    return alias((Alias) node, holder, inFlow);
  }

  private Mapping mapping(Mapping mapping) {
    List<Entry> changed = null;
    boolean keysChanged = false;
    List<Entry> entries = mapping.entries();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      trail.enterKey(entry.name());
      Node key = key(entry.key(), mapping);
      keys.add(key instanceof Scalar scalar ? scalar.value() : entry.name());
      Node value = node(entry.value(), mapping, mapping.flow());
      keys.remove(keys.size() - 1);
      trail.leave();
      keysChanged |= key != entry.key();
      if (changed == null && (key != entry.key() || value != entry.value())) {
        changed = new ArrayList<>(entries);
      }
      if (changed != null) {
        changed.set(i, new Entry(key, value));
      }
    }
    if (keysChanged) {
      checkKeys(mapping, changed);
    }
    return changed == null
        ? mapping
        : new Mapping(changed, mapping.flow(), mapping.start(), mapping.end());
  }

  private Node key(Node key, Mapping holder) {
    if (!(key instanceof Scalar scalar) || !Template.mentionsExpression(scalar.value())) {
      return key;
    }
    return scalars.resolve(scalar, place(FieldRole.TEXT, holder.flow()));
  }

  private void checkKeys(Mapping mapping, List<Entry> entries) {
    Set<String> names = new HashSet<>();
    for (Entry entry : entries) {
      if (entry.key() instanceof Scalar && !names.add(entry.name())) {
        throw new InvalidInput(
            resource.source().name()
                + ":"
                + resource.line(mapping)
                + ": "
                + resource.identity()
                + ": after substitution a key stands twice in "
                + trail
                + ", written as "
                + ((Scalar) entry.key()).written()
                + "; rename one of them");
      }
    }
  }

  private Node sequence(Sequence sequence, Node holder) {
    List<Node> changed = null;
    boolean holdsContainers = holdsContainers();
    List<Node> items = sequence.items();
    for (int i = 0; i < items.size(); i++) {
      Node item = items.get(i);
      trail.enterItem(i);
      Optional<Node> outer = container;
      if (holdsContainers) {
        container = Optional.of(item);
      }
      Node value = node(item, holder, sequence.flow());
      container = outer;
      trail.leave();
      if (changed == null && value != item) {
        changed = new ArrayList<>(items);
      }
      if (changed != null) {
        changed.set(i, value);
      }
    }
    return changed == null
        ? sequence
        : new Sequence(changed, sequence.flow(), sequence.start(), sequence.end());
  }

  private boolean holdsContainers() {
    return switch (keys.get(keys.size() - 1)) {
      case "containers", "initContainers", "ephemeralContainers" -> true;
      default -> false;
    };
  }

  /**
   * An alias is resolved where it stands: a name and an image may make different text of one value.
   */
  private Node alias(Alias alias, Node holder, boolean inFlow) {
    aliases++;
    Node referent = node(alias.referent(), holder, inFlow);
    aliases--;
    if (referent == alias.referent()) {
      return alias;
    }
    if (aliases == 0
        && referent instanceof Scalar here
        && alias.referent() instanceof Scalar anchored) {
      FieldRole role = roles.of(keys, holder, container);
      scalars.replaceAlias(alias.start(), alias.end(), anchored, here, place(role, inFlow));
    }
    return new Alias(alias.anchor(), referent, alias.start(), alias.end());
  }

  private Node scalar(Scalar scalar, Node holder, boolean inFlow) {
    return scalars.concerns(scalar)
        ? scalars.resolve(scalar, place(roleOf(scalar, holder), inFlow))
        : scalar;
  }

  private ScalarSubstitution.Place place(FieldRole role, boolean inFlow) {
    boolean namesJobs =
        role == FieldRole.WAIT_ARG
            || role == FieldRole.WAIT_SCRIPT
            || (!keys.isEmpty() && keys.get(keys.size() - 1).equals("resourceNames"));
    return new ScalarSubstitution.Place(trail.toString(), role, namesJobs, inFlow, aliases > 0);
  }

  private FieldRole roleOf(Scalar scalar, Node holder) {
    FieldRole role = roles.of(keys, holder, container);
    boolean script = scalar.value().indexOf(' ') >= 0 || scalar.value().indexOf('\n') >= 0;
    return role == FieldRole.WAIT_ARG && script ? FieldRole.WAIT_SCRIPT : role;
  }
}
