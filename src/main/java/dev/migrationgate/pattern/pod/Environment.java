package dev.migrationgate.pattern.pod;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.yaml.Entry;
import dev.migrationgate.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The environment of a container: for each variable where its value comes from, and the value where
 * the input tells it.
 */
public final class Environment {

  private final Map<String, ValueSource> variables = new LinkedHashMap<>();
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final List<WholeSource> opaque = new ArrayList<>();
  private int added;

  private Environment() {}

  /** Reads a container's environment; later entries win, as in the kubelet. */
  public static Environment of(Container container, Resource owner, Resources resources) {
    Environment environment = new Environment();
    for (Node from : container.node().items("envFrom")) {
      environment.addWhole(from, owner, resources);
    }
    for (Node variable : container.node().items("env")) {
      environment.addOne(variable, owner, resources);
    }
    return environment;
  }

  /** The variables by name, in the order of the manifest. */
  public Map<String, ValueSource> variables() {
    return variables;
  }

  /** The value of a variable, empty where the input does not tell it. May be a secret. */
  public Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /**
   * The value as far as the input tells it, with {@code $(NAME)} where a part is unknown; empty
   * where all of it is. May be a secret.
   */
  public Optional<String> text(String name) {
    return Optional.ofNullable(texts.get(name));
  }

  /** True where both read a variable from one place, or certainly have one value for it. */
  public boolean agrees(Environment other, String name) {
    ValueSource source = variables.get(name);
    Optional<String> value = value(name);
    return source != null
        && (source.equals(other.variables.get(name))
            || value.isPresent() && value.equals(other.value(name)));
  }

  /** True where some variable, whatever its name, reads this very key. */
  public boolean readsElsewhere(ValueSource source) {
    return source instanceof ValueSource.Key && variables.containsValue(source);
  }

  /** The whole ConfigMaps and Secrets that the input does not hold. */
  public List<WholeSource> opaque() {
    return opaque;
  }

  /** Those of them that the container needs and the other does not read. */
  public List<String> wholesBeyond(Environment other) {
    List<String> beyond = new ArrayList<>();
    for (WholeSource own : opaque) {
      boolean shared = own.optional();
      for (WholeSource their : other.opaque) {
        shared |= own.isSame(their);
      }
      if (!shared) {
        beyond.add(own.text());
      }
    }
    return beyond;
  }

  /** True when there is nothing at all. */
  public boolean isEmpty() {
    return variables.isEmpty() && opaque.isEmpty();
  }

  private void addWhole(Node from, Resource owner, Resources resources) {
    String prefix = from.text("prefix").orElse("");
    for (String kind : new String[] {"ConfigMap", "Secret"}) {
      String ref = kind.equals("ConfigMap") ? "configMapRef" : "secretRef";
      Optional<String> name = from.text(ref, "name");
      if (name.isEmpty()) {
        continue;
      }
      Optional<Resource> holder = resources.referred("", kind, name.get(), owner);
      if (holder.isEmpty()) {
        opaque.add(new WholeSource(kind, name.get(), prefix, from.has("true", ref, "optional")));
        continue;
      }
      for (String field : new String[] {"data", "stringData"}) {
        for (Entry entry : holder.get().root().entries(field)) {
          put(
              prefix + entry.name(),
              new ValueSource.Key(kind, name.get(), entry.name()),
              KeyValue.of(entry, field, kind));
        }
      }
    }
  }

  private void addOne(Node variable, Resource owner, Resources resources) {
    String name = variable.text("name").orElse("");
    Optional<Node> from = variable.get("valueFrom");
    if (from.isEmpty()) {
      addLiteral(name, variable.text("value").orElse(""));
      return;
    }
    for (String kind : new String[] {"ConfigMap", "Secret"}) {
      String ref = kind.equals("ConfigMap") ? "configMapKeyRef" : "secretKeyRef";
      Optional<String> holder = from.get().text(ref, "name");
      String key = from.get().text(ref, "key").orElse("");
      if (holder.isPresent()) {
        put(
            name,
            new ValueSource.Key(kind, holder.get(), key),
            KeyValue.of(kind, holder.get(), key, owner, resources));
        return;
      }
    }
    put(
        name,
        new ValueSource.Field(from.get().text("fieldRef", "fieldPath").orElse("")),
        Optional.empty());
  }

  private void put(String name, ValueSource source, Optional<String> value) {
    variables.put(name, source);
    values.remove(name);
    texts.remove(name);
    if (value.isPresent()) {
      values.put(name, value.get());
      texts.put(name, value.get());
    }
  }

  /**
   * {@code $(NAME)} stands for variables defined before, as in the kubelet, and <code>$$(NAME)
   * </code> for itself.
   */
  private void addLiteral(String name, String value) {
    StringBuilder expanded = new StringBuilder();
    Set<ValueSource> parts = new LinkedHashSet<>();
    boolean composed = false;
    boolean known = true;
    int from = 0;
    int at = value.indexOf("$(");
    while (at >= 0) {
      int end = value.indexOf(')', at);
      if (end < 0) {
        break;
      }
      boolean escaped = at > from && value.charAt(at - 1) == '$';
      String part = value.substring(at + 2, end);
      Optional<String> text = escaped ? Optional.of("(" + part + ")") : text(part);
      boolean fits = text.isPresent() && text.get().length() <= Expansion.LONGEST - added;
      added += fits ? text.get().length() : 0;
      expanded.append(value, from, at).append(fits ? text.get() : value.substring(at, end + 1));
      if (!escaped) {
        composed = true;
        known &= fits && values.containsKey(part);
        ValueSource source = variables.get(part);
        if (source != null) {
          addParts(source, parts);
        }
      }
      from = end + 1;
      at = value.indexOf("$(", from);
    }
    expanded.append(value, from, value.length());
    put(
        name,
        composed
            ? new ValueSource.Composed(value, List.copyOf(parts))
            : new ValueSource.Literal(value),
        known ? Optional.of(expanded.toString()) : Optional.empty());
    texts.put(name, expanded.toString());
  }

  /** What a part is put together from is told, not that it is. */
  private static void addParts(ValueSource source, Set<ValueSource> parts) {
    if (source instanceof ValueSource.Composed composed) {
      for (ValueSource part : composed.parts()) {
        addParts(part, parts);
      }
    } else if (parts.size() <= ValueSource.Composed.SHOWN) {
      parts.add(source);
    }
  }
}
