package dev.migrationgate.kustomize;

import dev.migrationgate.files.Kustomization;
import dev.migrationgate.files.Layer;
import dev.migrationgate.files.Unit;
import dev.migrationgate.krm.InvalidInput;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.source.BuildSteps;
import dev.migrationgate.pattern.source.Patch;
import dev.migrationgate.run.Input;
import dev.migrationgate.yaml.Document;
import dev.migrationgate.yaml.InvalidYaml;
import dev.migrationgate.yaml.Mapping;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.YamlReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The steps of a build that are certain without it: {@code namespace}, {@code namePrefix} and
 * {@code nameSuffix}, {@code replicas}, {@code images}, {@code replacements}, in kustomize's order,
 * the innermost kustomization first.
 */
public final class KustomizeSteps implements BuildSteps {
  private final Unit unit;
  private final List<Patch> patches;

  /**
   * @param patches those of the unit's kustomizations
   */
  public KustomizeSteps(Unit unit, List<Patch> patches) {
    this.unit = unit;
    this.patches = List.copyOf(patches);
  }

  @Override
  public List<Resource> apply(List<Resource> resources) {
    List<Resource> changed = resources;
    for (int i = 0; i < unit.layers().size(); i++) {
      Layer layer = unit.layers().get(i);
      Optional<Node> root = layer.kustomization().root();
      if (root.isPresent()) {
        Predicate<Resource> reached = reached(layer);
        changed = names(i, root.get(), changed, reached);
        changed = fields(root.get(), changed, reached);
        for (ReplacementStep replacement : replacements(layer.kustomization(), root.get())) {
          changed = replacement.apply(changed, reached);
        }
      }
    }
    return changed;
  }

  private static Predicate<Resource> reached(Layer layer) {
    return resource -> layer.sources().contains(resource.source().name());
  }

  private List<Resource> names(
      int layer, Node root, List<Resource> resources, Predicate<Resource> reached) {
    String namespace = root.text("namespace").orElse("");
    List<Resource> placed =
        namespace.isEmpty() ? resources : new NamespaceStep(namespace).apply(resources, reached);
    return namesAreFollowed(layer)
        ? placed
        : new NameStep(
                root.text("namePrefix").orElse(""), root.text("nameSuffix").orElse(""), patches)
            .apply(placed, reached);
  }

  /** True where this program, run behind the step, or a configuration lets gates follow names. */
  private boolean namesAreFollowed(int step) {
    List<Layer> layers = unit.layers();
    boolean configured = unit.uses("configurations");
    boolean listed = layers.stream().anyMatch(Layer::runsFunction);
    boolean elsewhere = unit.functionConfig().isPresent() && !listed;
    boolean behind =
        layers.subList(step, layers.size()).stream()
            .anyMatch(layer ->
                layer.runsFunction() && layer.sources().containsAll(layers.get(step).sources()));
    return configured || elsewhere || behind;
  }

  private static List<Resource> fields(
      Node root, List<Resource> resources, Predicate<Resource> reached) {
    ImageStep images = new ImageStep(root.items("images"));
    ReplicaStep replicas = new ReplicaStep(root.items("replicas"));
    return resources.stream()
        .map(resource -> {
          Node changed = reached.test(resource) ? images.apply(resource.root()) : resource.root();
          changed = reached.test(resource) ? replicas.apply(resource, changed) : changed;
          return changed != resource.root() && changed instanceof Mapping mapping
              ? resource.with(mapping)
              : resource;
        })
        .toList();
  }

  /** Inline, or in files of one or several. */
  private static List<ReplacementStep> replacements(Kustomization kustomization, Node root) {
    List<ReplacementStep> all = new ArrayList<>();
    for (Node item : root.items("replacements")) {
      Optional<String> path = item.text("path");
      if (path.isEmpty()) {
        all.add(new ReplacementStep(item));
      } else {
        for (Node read : read(kustomization.resolve(path.get()))) {
          all.add(new ReplacementStep(read));
        }
      }
    }
    return all;
  }

  private static List<Node> read(Path file) {
    try {
      List<Node> all = new ArrayList<>();
      if (Files.isRegularFile(file)) {
        for (Document document : YamlReader.read(Input.read(file))) {
          List<Node> items = document.root().items();
          all.addAll(items.isEmpty() ? List.of(document.root()) : items);
        }
      }
      return all;
    } catch (InvalidInput | InvalidYaml e) {
      // A build fails on it, and says so.
      return List.of();
    }
  }
}
