package dev.migrationgate.set;

import dev.migrationgate.krm.InvalidInput;
import dev.migrationgate.run.Input;
import dev.migrationgate.yaml.Document;
import dev.migrationgate.yaml.InvalidYaml;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.SourceText;
import dev.migrationgate.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The files that mention a variable: those of a folder, whatever builds they belong to, and what
 * its kustomizations refer to outside of it.
 */
final class VariableFiles {
  private static final String[] REFERENCES = {
    "resources", "bases", "components", "patchesStrategicMerge", "transformers"
  };

  private final String variable;
  private final Set<Path> seen = new HashSet<>();
  private final Map<Path, SourceText> sources = new LinkedHashMap<>();
  private final List<SourceText> configurations = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  VariableFiles(String variable) {
    this.variable = variable;
  }

  /**
   * Adds a file, or all manifests of a folder.
   *
   * @throws InvalidInput when it is not there, or a file that was named cannot be read
   */
  void add(Path path) {
    if (!Files.exists(path)) {
      throw new InvalidInput(path + ": no such file or folder");
    }
    if (Files.isDirectory(path)) {
      addFolder(path);
    } else {
      addFile(path, false);
    }
  }

  /** The files that hold the variable's name, by their paths. */
  Map<Path, SourceText> sources() {
    return sources;
  }

  /** The functionConfigs among them. */
  List<SourceText> configurations() {
    return configurations;
  }

  /** What was passed over, one line each. */
  List<String> notes() {
    return notes;
  }

  private void addFolder(Path folder) {
    if (!isNew(folder)) {
      return;
    }
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path child : all) {
        children.add(child.normalize());
      }
    } catch (IOException e) {
      throw new InvalidInput(folder + ": cannot be read: " + e.getMessage());
    }
    children.sort(null);
    for (Path child : children) {
      String name = child.getFileName().toString();
      if (name.startsWith(".") || name.equals("node_modules")) {
        continue;
      }
      if (Files.isDirectory(child)) {
        addFolder(child);
      } else if (isManifest(name)) {
        addFile(child, true);
      }
    }
  }

  private static boolean isManifest(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".yaml")
        || lower.endsWith(".yml")
        || lower.endsWith(".json")
        || isKustomization(name);
  }

  private static boolean isKustomization(String name) {
    return switch (name) {
      case "kustomization.yaml", "kustomization.yml", "Kustomization" -> true;
      default -> false;
    };
  }

  /**
   * @param found true when nobody named the file, so that one that is no YAML may be a template
   */
  private void addFile(Path file, boolean found) {
    if (!isNew(file)) {
      return;
    }
    try {
      SourceText source = Input.read(file);
      boolean isConfiguration = source.text().contains("fn.migrationgate.dev/");
      boolean isKustomization = isKustomization(file.getFileName().toString());
      if (!isConfiguration && !isKustomization && !source.text().contains(variable)) {
        return;
      }
      for (Document document : YamlReader.read(source)) {
        if (document.root().has("MigrationGate", "kind")) {
          configurations.add(source);
        }
        if (isKustomization) {
          addReferences(file, document.root());
        }
      }
      sources.put(file, source);
    } catch (InvalidYaml | InvalidInput e) {
      if (!found) {
        throw e;
      }
      notes.add("not read: " + e.getMessage());
    }
  }

  private void addReferences(Path kustomization, Node root) {
    Path folder = kustomization.getParent() == null ? Path.of("") : kustomization.getParent();
    for (String list : REFERENCES) {
      for (Node item : root.items(list)) {
        addReference(folder, item.text().orElse(""));
      }
    }
    for (Node patch : root.items("patches")) {
      addReference(folder, patch.text("path").orElse(""));
    }
  }

  /** What a build fetches from elsewhere cannot be set here. */
  private void addReference(Path folder, String reference) {
    if (reference.isEmpty() || reference.indexOf('\n') >= 0 || reference.contains("://")) {
      return;
    }
    Path target = folder.resolve(reference).normalize();
    if (Files.isDirectory(target)) {
      addFolder(target);
    } else if (Files.isRegularFile(target)) {
      addFile(target, true);
    }
  }

  private boolean isNew(Path path) {
    try {
      return seen.add(path.toRealPath());
    } catch (IOException e) {
      throw new InvalidInput(path + ": cannot be read: " + e.getMessage());
    }
  }
}
