package dev.migrationgate.substitute;

import dev.migrationgate.krm.InvalidInput;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.yaml.Alias;
import dev.migrationgate.yaml.Edit;
import dev.migrationgate.yaml.Entry;
import dev.migrationgate.yaml.Mapping;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.Scalar;
import dev.migrationgate.yaml.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Walks one resource's tree, scalar by scalar, keys included. Subtrees without change are shared. */
final class ResourceWalk {
  private final Resource resource;
  private final Variables variables;
  private final VariableSettings.Undefined undefined;
  private final RenamedJobs renamed;
  private final FieldRoles roles;
  private final ScalarWriter writer;

  /** The keys that lead to the current node, without the indexes of sequences. */
  private final List<String> keys = new ArrayList<>();

  /** The path to the current node as a person reads it. */
  private final StringBuilder path = new StringBuilder();

  private final List<Edit> edits = new ArrayList<>();
  private final List<Use> uses = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<String> secrets = new ArrayList<>();
  private Optional<Node> container = Optional.empty();

  /** What each scalar with an edit became, by its offset: an anchor may stand there. */
  private final Map<Integer, String> resolvedAt = new HashMap<>();

  /** Above 0 while the walk is in what an alias repeats: its text is not there to be edited. */
  private int aliases;

  ResourceWalk(
      Resource resource,
      Variables variables,
      VariableSettings.Undefined undefined,
      RenamedJobs renamed) {
    this.resource = resource;
    this.variables = variables;
    this.undefined = undefined;
    this.renamed = renamed;
    this.roles = new FieldRoles(resource);
    this.writer = new ScalarWriter(resource.source());
  }

  Mapping walk() {
    return mapping(resource.root());
  }

  List<Edit> edits() {
    return edits;
  }

  List<Use> uses() {
    return uses;
  }

  List<String> secrets() {
    return secrets;
  }

  List<Problem> problems() {
    return problems;
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
      int mark = path.length();
      if (mark > 0) {
        path.append('.');
      }
      appendKey(entry.name());
      Node key = key(entry.key(), mapping);
      keys.add(key instanceof Scalar scalar ? scalar.value() : entry.name());
      Node value = node(entry.value(), mapping, mapping.flow());
      keys.remove(keys.size() - 1);
      path.setLength(mark);
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

  private void appendKey(String name) {
    if (name.indexOf('.') < 0 && name.indexOf('/') < 0) {
      path.append(name);
    } else {
      path.append('[').append(name).append(']');
    }
  }

  private Node key(Node key, Mapping holder) {
    if (!(key instanceof Scalar scalar) || !Template.mentionsExpression(scalar.value())) {
      return key;
    }
    return resolve(scalar, FieldRole.TEXT, holder.flow());
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
                + path
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
      int mark = path.length();
      path.append('[').append(i).append(']');
      Optional<Node> outer = container;
      if (holdsContainers) {
        container = Optional.of(item);
      }
      Node value = node(item, holder, sequence.flow());
      container = outer;
      path.setLength(mark);
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

  /** An alias is resolved where it stands: a name and an image may make different text of one value. */
  private Node alias(Alias alias, Node holder, boolean inFlow) {
    aliases++;
    Node referent = node(alias.referent(), holder, inFlow);
    aliases--;
    if (referent == alias.referent()) {
      return alias;
    }
    if (aliases == 0
        && referent instanceof Scalar here
        && alias.referent() instanceof Scalar anchored
        && !resolvedAt.getOrDefault(anchored.start(), anchored.value()).equals(here.value())) {
      FieldRole role = roles.of(keys, holder, container);
      edits.add(
          new Edit(
              alias.start(), alias.end(), ScalarWriter.standalone(here.value(), role, inFlow)));
    }
    return new Alias(alias.anchor(), referent, alias.start(), alias.end());
  }

  private Node scalar(Scalar scalar, Node holder, boolean inFlow) {
    boolean mentions = Template.mentionsExpression(scalar.value());
    if (!mentions && renamed.isEmpty()) {
      return scalar;
    }
    FieldRole role = roleOf(scalar, holder);
    return resolve(scalar, role, inFlow);
  }

  private FieldRole roleOf(Scalar scalar, Node holder) {
    FieldRole role = roles.of(keys, holder, container);
    boolean script = scalar.value().indexOf(' ') >= 0 || scalar.value().indexOf('\n') >= 0;
    return role == FieldRole.WAIT_ARG && script ? FieldRole.WAIT_SCRIPT : role;
  }

  /** Where the scalar names a Job that kustomize renamed. */
  private List<Splice> renames(Scalar scalar, FieldRole role) {
    boolean refersToJobs =
        role == FieldRole.WAIT_ARG
            || role == FieldRole.WAIT_SCRIPT
            || (!keys.isEmpty() && keys.get(keys.size() - 1).equals("resourceNames"));
    return refersToJobs && !renamed.isEmpty() ? renamed.in(scalar.value(), role) : List.of();
  }

  private Scalar resolve(Scalar scalar, FieldRole role, boolean inFlow) {
    List<Splice> splices = new ArrayList<>();
    for (Splice rename : renames(scalar, role)) {
      Splice resolved = rename.withText(resolve(rename.text(), role));
      String former = scalar.value().substring(rename.start(), rename.end());
      if (splices.isEmpty()) {
        note(Problem.Kind.RENAMED, scalar, role, resolve(former, role), resolved.text());
      }
      splices.add(resolved);
    }
    ScalarResolver resolver = resolver(role);
    resolver.resolve(scalar.value());
    record(resolver, scalar, role);
    for (Splice splice : resolver.splices()) {
      if (!isCovered(splice, splices)) {
        splices.add(splice);
      }
    }
    if (splices.isEmpty()) {
      return scalar;
    }
    Collections.sort(splices);
    Scalar resolved = scalar.withValue(Splice.apply(scalar.value(), splices));
    if (aliases == 0) {
      edits.add(writer.edit(scalar, splices, role, inFlow));
      resolvedAt.put(scalar.start(), resolved.value());
    }
    return resolved;
  }

  /** The text of a name with its variables put in, nothing said of them: it stands elsewhere too. */
  private String resolve(String name, FieldRole role) {
    ScalarResolver resolver = resolver(role);
    resolver.resolve(name);
    return Splice.apply(name, resolver.splices());
  }

  private ScalarResolver resolver(FieldRole role) {
    return new ScalarResolver(variables, undefined, resource.namespace(), role);
  }

  private static boolean isCovered(Splice splice, List<Splice> others) {
    for (Splice other : others) {
      if (other.covers(splice)) {
        return true;
      }
    }
    return false;
  }

  private void record(ScalarResolver resolver, Scalar scalar, FieldRole role) {
    for (ScalarResolver.Note note : resolver.notes()) {
      note(note.kind(), scalar, role, note.expression(), note.detail());
    }
    for (String name : resolver.used()) {
      uses.add(new Use(name, resource, path.toString(), scalar, role));
    }
    secrets.addAll(resolver.secrets());
  }

  private void note(
      Problem.Kind kind, Scalar scalar, FieldRole role, String expression, String detail) {
    problems.add(
        new Problem(kind, resource, path.toString(), scalar, role, expression, detail));
  }
}
