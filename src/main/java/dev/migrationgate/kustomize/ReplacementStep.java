package dev.migrationgate.kustomize;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.yaml.Mapping;
import dev.migrationgate.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * One of a kustomization's {@code replacements}: a value of one resource put into others (kustomize
 * 5.8, api/filters/replacement). A field that is not there yet stays so.
 *
 * @param node what the kustomization says
 */
record ReplacementStep(Node node) {

  /**
   * @param reached which resources go through the kustomization
   */
  List<Resource> apply(List<Resource> resources, Predicate<Resource> reached) {
    Optional<String> value =
        node.get("source")
            .flatMap(source -> value(source, resources.stream().filter(reached).toList()));
    if (value.isEmpty()) {
      return resources;
    }
    List<Resource> changed = new ArrayList<>(resources);
    for (Node target : node.items("targets")) {
      changed.replaceAll(resource ->
          reached.test(resource) && isTarget(target, resource)
              ? put(value.get(), target, resource)
              : resource);
    }
    return changed;
  }

  private static Optional<String> value(Node source, List<Resource> resources) {
    List<Resource> sources =
        resources.stream().filter(resource -> selects(source, resource)).toList();
    if (sources.size() != 1) {
      return Optional.empty();
    }
    Optional<String> text =
        FieldPath.parse(source.text("fieldPath").orElse("metadata.name"))
            .read(sources.get(0).root());
    String delimiter = source.text("options", "delimiter").orElse("");
    if (text.isEmpty() || delimiter.isEmpty()) {
      return text;
    }
    List<String> parts = split(text.get(), delimiter);
    int index = index(source);
    return index >= 0 && index < parts.size() ? Optional.of(parts.get(index)) : Optional.empty();
  }

  private static Resource put(String value, Node target, Resource resource) {
    Node root = resource.root();
    for (Node path : target.items("fieldPaths")) {
      root =
          FieldPath.parse(path.text().orElse(""))
              .change(root, field -> Trees.withValue(field, text(value, target, field)));
    }
    return root instanceof Mapping mapping && root != resource.root()
        ? resource.with(mapping)
        : resource;
  }

  private static String text(String value, Node target, Node field) {
    String delimiter = target.text("options", "delimiter").orElse("");
    if (delimiter.isEmpty()) {
      return value;
    }
    List<String> parts = new ArrayList<>(split(field.text().orElse(""), delimiter));
    int index = index(target);
    if (index < 0) {
      parts.add(0, value);
    } else if (index >= parts.size()) {
      parts.add(value);
    } else {
      parts.set(index, value);
    }
    return String.join(delimiter, parts);
  }

  private static List<String> split(String text, String delimiter) {
    return List.of(text.split(Pattern.quote(delimiter), -1));
  }

  private static int index(Node options) {
    try {
      return Integer.parseInt(options.text("options", "index").orElse("0"));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static boolean isTarget(Node target, Resource resource) {
    return target.get("select").filter(select -> selects(select, resource)).isPresent()
        && target.items("reject").stream().noneMatch(reject -> selects(reject, resource));
  }

  private static boolean selects(Node select, Resource resource) {
    String version = resource.apiVersion().substring(resource.apiVersion().indexOf('/') + 1);
    return is(select.text("group"), resource.group())
        && is(select.text("version"), version)
        && is(select.text("kind"), resource.kind())
        && is(select.text("namespace"), resource.namespace())
        && select.text("name").map(resource.names()::contains).orElse(true)
        && select.get("labelSelector").isEmpty()
        && select.get("annotationSelector").isEmpty();
  }

  private static boolean is(Optional<String> wanted, String value) {
    return wanted.map(value::equals).orElse(true);
  }
}
