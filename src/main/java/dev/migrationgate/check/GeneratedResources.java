package dev.migrationgate.check;

import dev.migrationgate.files.Kustomization;
import dev.migrationgate.krm.InvalidInput;
import dev.migrationgate.run.Input;
import dev.migrationgate.yaml.Entry;
import dev.migrationgate.yaml.Mapping;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.Scalar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ConfigMaps and Secrets that kustomizations generate, without the hash that a build appends.
 * Their nodes are those of the kustomization that has the last word, so that findings have a place.
 */
final class GeneratedResources {
  private static final Map<String, String> GENERATORS =
      Map.of("configMapGenerator", "ConfigMap", "secretGenerator", "Secret");

  /** One of them. */
  record Generated(Kustomization owner, Mapping root) {}

  private record Made(Kustomization owner, String kind, Node generator, Map<String, Scalar> data) {
    boolean is(String otherKind, String name) {
      return kind.equals(otherKind) && generator.has(name, "name");
    }
  }

  private final List<Made> made = new ArrayList<>();

  /**
   * @param kustomizations those of a unit, its root first
   */
  static List<Generated> of(List<Kustomization> kustomizations) {
    GeneratedResources resources = new GeneratedResources();
    for (int i = kustomizations.size() - 1; i >= 0; i--) {
      resources.add(kustomizations.get(i));
    }
    return resources.made.stream().map(GeneratedResources::resource).toList();
  }

  private void add(Kustomization kustomization) {
    if (kustomization.root().isEmpty()) {
      return;
    }
    GENERATORS.forEach((field, kind) -> {
      for (Node generator : kustomization.root().get().items(field)) {
        Optional<Map<String, Scalar>> data = data(kustomization, generator);
        if (generator.text("name").isPresent() && data.isPresent()) {
          add(new Made(kustomization, kind, generator, data.get()));
        }
      }
    });
  }

  private void add(Made next) {
    String name = next.generator().text("name").orElse("");
    boolean merges = next.generator().has("merge", "behavior");
    if (!merges && !next.generator().has("replace", "behavior")) {
      made.add(next);
      return;
    }
    Map<String, Scalar> data = new LinkedHashMap<>();
    for (Made old : made) {
      if (merges && old.is(next.kind(), name)) {
        old.data().forEach((key, value) -> data.put(key, at(next.generator(), value.value())));
      }
    }
    made.removeIf(old -> old.is(next.kind(), name));
    data.putAll(next.data());
    made.add(new Made(next.owner(), next.kind(), next.generator(), data));
  }

  /** What it holds; empty where a file of it is not there, so that nobody knows. */
  private static Optional<Map<String, Scalar>> data(Kustomization kustomization, Node generator) {
    Map<String, Scalar> data = new LinkedHashMap<>();
    List<Node> environments = new ArrayList<>(generator.items("envs"));
    generator.get("env").ifPresent(environments::add);
    for (Node file : environments) {
      Optional<String> text = read(kustomization, file.text().orElse(""));
      if (text.isEmpty()) {
        return Optional.empty();
      }
      text.get().lines().map(String::stripLeading).forEach(line -> put(line, file, data));
    }
    for (Node file : generator.items("files")) {
      String reference = file.text().orElse("");
      String path = reference.substring(reference.indexOf('=') + 1);
      Optional<String> text = read(kustomization, path);
      if (text.isEmpty()) {
        return Optional.empty();
      }
      String key =
          reference.contains("=")
              ? reference.substring(0, reference.indexOf('='))
              : Path.of(path).getFileName().toString();
      data.put(key, at(file, text.get()));
    }
    for (Node literal : generator.items("literals")) {
      put(withoutQuotes(literal.text().orElse("")), literal, data);
    }
    return Optional.of(data);
  }

  private static void put(String line, Node place, Map<String, Scalar> data) {
    int sign = line.indexOf('=');
    if (sign > 0 && !line.startsWith("#")) {
      data.put(line.substring(0, sign), at(place, line.substring(sign + 1)));
    }
  }

  /** kustomize takes a pair of quotes off a literal's value. */
  private static String withoutQuotes(String literal) {
    int sign = literal.indexOf('=');
    String value = literal.substring(sign + 1);
    boolean quoted =
        value.length() > 1
            && (value.startsWith("\"") || value.startsWith("'"))
            && value.charAt(0) == value.charAt(value.length() - 1);
    return quoted
        ? literal.substring(0, sign + 1) + value.substring(1, value.length() - 1)
        : literal;
  }

  private static Optional<String> read(Kustomization kustomization, String path) {
    Path file = kustomization.resolve(path);
    try {
      return Files.isRegularFile(file) ? Optional.of(Input.read(file).text()) : Optional.empty();
    } catch (InvalidInput e) {
      // A keystore or the like: nothing that anybody could read a setting from.
      return Optional.of("");
    }
  }

  private static Generated resource(Made made) {
    Node place = made.generator();
    List<Entry> metadata = new ArrayList<>();
    place.get("name").ifPresent(name -> metadata.add(entry(place, "name", name)));
    place.get("namespace").ifPresent(name -> metadata.add(entry(place, "namespace", name)));
    place
        .at("options", "annotations")
        .ifPresent(node -> metadata.add(entry(place, "annotations", node)));
    List<Entry> data = new ArrayList<>();
    made.data().forEach((key, value) -> data.add(entry(value, key, value)));
    List<Entry> root = new ArrayList<>();
    root.add(entry(place, "apiVersion", at(place, "v1")));
    root.add(entry(place, "kind", at(place, made.kind())));
    root.add(entry(place, "metadata", mapping(place, metadata)));
    String field = made.kind().equals("Secret") ? "stringData" : "data";
    root.add(entry(place, field, mapping(place, data)));
    return new Generated(made.owner(), mapping(place, root));
  }

  private static Entry entry(Node place, String key, Node value) {
    return new Entry(at(place, key), value);
  }

  private static Mapping mapping(Node place, List<Entry> entries) {
    return new Mapping(entries, false, place.start(), place.end());
  }

  /** Whatever it says is a string: a generator makes nothing else. */
  private static Scalar at(Node place, String value) {
    return new Scalar(value, value, Scalar.Style.DOUBLE_QUOTED, "", place.start(), place.end());
  }
}
