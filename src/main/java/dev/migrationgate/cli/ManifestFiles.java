package dev.migrationgate.cli;

import dev.migrationgate.krm.InvalidInput;
import dev.migrationgate.krm.Unowned;
import dev.migrationgate.run.Input;
import dev.migrationgate.yaml.Document;
import dev.migrationgate.yaml.Entry;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.SourceText;
import dev.migrationgate.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the manifests of files and folders, each once, and the package's own functionConfig. */
final class ManifestFiles {
  private static final List<String> KUSTOMIZATIONS =
      List.of("kustomization.yaml", "kustomization.yml", "Kustomization");

  /** What a kustomization may hold without changing what its resources say. */
  private static final Set<String> HARMLESS =
      Set.of(
          "apiVersion",
          "kind",
          "metadata",
          "resources",
          "bases",
          "components",
          "transformers",
          "sortOptions",
          "openapi",
          "crds",
          "configurations",
          "buildMetadata");

  private final Set<Path> seen = new HashSet<>();
  private final List<String> notes = new ArrayList<>();
  private Optional<SourceText> functionConfig = Optional.empty();

  /**
   * Reads what a path leads to.
   *
   * @throws InvalidInput when a file is not there or cannot be read
   */
  List<SourceText> read(Path path) {
    List<SourceText> sources = new ArrayList<>();
    if (!Files.exists(path)) {
      throw new InvalidInput(path + ": no such file or folder");
    }
    add(path, sources);
    return sources;
  }

  /** The functionConfig that the folders hold, the first where there are several. */
  Optional<SourceText> functionConfig() {
    return functionConfig;
  }

  /** What was passed over, one line each, for a person. */
  List<String> notes() {
    return notes;
  }

  private void add(Path path, List<SourceText> sources) {
    if (Files.isDirectory(path)) {
      addFolder(path, sources);
    } else if (KUSTOMIZATIONS.contains(path.getFileName().toString())) {
      addKustomization(path, sources);
    } else {
      addFile(path, sources);
    }
  }

  private void addFile(Path file, List<SourceText> sources) {
    if (!isNew(file)) {
      return;
    }
    SourceText source = Input.read(file);
    if (isOwnConfig(source)) {
      functionConfig = functionConfig.isPresent() ? functionConfig : Optional.of(source);
    } else {
      sources.add(source);
    }
  }

  private static boolean isOwnConfig(SourceText source) {
    if (!source.text().contains(Unowned.CONFIG_GROUP)) {
      return false;
    }
    List<Document> documents = YamlReader.read(source);
    return documents.size() == 1 && isOwnConfig(documents.get(0).root());
  }

  private static boolean isOwnConfig(Node root) {
    return root.has("MigrationGate", "kind")
        && root.text("apiVersion").orElse("").startsWith(Unowned.CONFIG_GROUP + "/");
  }

  private void addFolder(Path folder, List<SourceText> sources) {
    for (String name : KUSTOMIZATIONS) {
      if (Files.isRegularFile(folder.resolve(name))) {
        addKustomization(folder.resolve(name), sources);
        return;
      }
    }
    if (!isNew(folder)) {
      return;
    }
    List<Path> roots = KustomizationRoots.below(folder, KUSTOMIZATIONS);
    if (roots.size() > 1) {
      throw new InvalidInput(
          folder
              + ": holds several builds, and their resources must not be mixed; render one of them: "
              + roots);
    }
    if (!roots.isEmpty()) {
      add(roots.get(0), sources);
    }
    for (Path child : children(folder)) {
      if (Files.isDirectory(child)) {
        addFolder(child, sources);
      } else if (isManifest(child) && !isKustomized(child)) {
        addFile(child, sources);
      }
    }
  }

  private static boolean isKustomized(Path file) {
    return KUSTOMIZATIONS.contains(file.getFileName().toString());
  }

  private static List<Path> children(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children.filter(child -> !isHidden(child)).sorted().toList();
    } catch (IOException e) {
      throw new InvalidInput(folder + ": cannot be read: " + e.getMessage());
    }
  }

  private static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }

  private static boolean isManifest(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
  }

  private void addKustomization(Path file, List<SourceText> sources) {
    if (!isNew(file)) {
      return;
    }
    SourceText source = Input.read(file);
    Path folder = file.toAbsolutePath().getParent();
    Path shown = file.getParent() == null ? Path.of("") : file.getParent();
    for (Document document : YamlReader.read(source)) {
      Node root = document.root();
      noteWhatIsNotBuilt(source, root);
      for (String list : new String[] {"resources", "bases", "components"}) {
        for (Node item : root.items(list)) {
          addReference(item, source, folder, shown, sources);
        }
      }
      for (Node item : root.items("transformers")) {
        addTransformer(item, source, shown);
      }
    }
  }

  private void addReference(
      Node item, SourceText source, Path folder, Path shown, List<SourceText> sources) {
    String reference = item.text().orElse("");
    Path target = folder.resolve(reference).normalize();
    if (reference.contains("://") || reference.contains("?ref=") || reference.startsWith("git@")) {
      notes.add(place(source, item) + "the remote resource is not read: only a build fetches it");
    } else if (reference.isEmpty() || !Files.exists(target)) {
      throw new InvalidInput(place(source, item) + reference + ": no such file or folder");
    } else {
      add(shown.resolve(reference).normalize(), sources);
    }
  }

  private void addTransformer(Node item, SourceText source, Path shown) {
    String reference = item.text().orElse("");
    if (functionConfig.isPresent()) {
      return;
    }
    if (reference.indexOf('\n') >= 0) {
      SourceText inline = new SourceText(source.name(), reference);
      if (isOwnConfig(inline)) {
        functionConfig = Optional.of(inline);
      }
      return;
    }
    Path file = shown.resolve(reference).normalize();
    if (Files.isRegularFile(file)) {
      SourceText text = Input.read(file);
      if (isOwnConfig(text)) {
        functionConfig = Optional.of(text);
      }
    }
  }

  private void noteWhatIsNotBuilt(SourceText source, Node root) {
    for (Entry entry : root.entries()) {
      if (!HARMLESS.contains(entry.name())) {
        notes.add(
            place(source, entry.key())
                + entry.name()
                + " is not applied: only kustomize build does that");
      }
    }
  }

  private static String place(SourceText source, Node node) {
    return source.name() + ":" + source.line(node.start()) + ": ";
  }

  private boolean isNew(Path path) {
    try {
      return seen.add(path.toRealPath());
    } catch (IOException e) {
      throw new InvalidInput(path + ": cannot be read: " + e.getMessage());
    }
  }
}
