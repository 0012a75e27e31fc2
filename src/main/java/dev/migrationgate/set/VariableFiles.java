package dev.migrationgate.set;

import dev.migrationgate.files.FileTree;
import dev.migrationgate.files.Kustomization;
import dev.migrationgate.files.Kustomization.Reference;
import dev.migrationgate.files.Manifest;
import dev.migrationgate.files.Selection;
import dev.migrationgate.krm.InvalidInput;
import dev.migrationgate.run.Input;
import dev.migrationgate.yaml.Document;
import dev.migrationgate.yaml.InvalidYaml;
import dev.migrationgate.yaml.SourceText;
import dev.migrationgate.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The files that mention a variable: those of a folder, whatever builds they belong to, and what
 * its kustomizations refer to outside of it.
 */
final class VariableFiles {
  private final String variable;
  private final FileTree tree;
  private final Set<Path> seen = new HashSet<>();
  private final Map<Path, SourceText> sources = new LinkedHashMap<>();
  private final List<SourceText> configurations = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /**
   * @param selection which files of folders are read
   */
  VariableFiles(String variable, Selection selection) {
    this.variable = variable;
    this.tree = new FileTree(selection);
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

  private void addFolder(Path folder) {
    tree.below(folder).forEach(file -> addFile(file, true));
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
      boolean isKustomization = Kustomization.isNamedSo(file);
      if (!isConfiguration && !isKustomization && !source.text().contains(variable)) {
        return;
      }
      List<Document> documents = YamlReader.read(source);
      for (Document document : documents) {
        if (document.root().has("MigrationGate", "kind")) {
          configurations.add(source);
        }
      }
      if (isKustomization) {
        addReferences(new Kustomization(new Manifest(file, source, documents)));
      }
      sources.put(file, source);
    } catch (InvalidYaml | InvalidInput e) {
      if (!found) {
        throw e;
      }
      notes.add("not read: " + e.getMessage());
    }
  }

  private void addReferences(Kustomization kustomization) {
    List<Reference> references = new ArrayList<>(kustomization.references());
    references.addAll(kustomization.patches());
    references.addAll(kustomization.transformers());
    for (Reference reference : references) {
      // What a build fetches from elsewhere cannot be set here.
      if (!reference.isRemote() && !reference.isInline() && !reference.path().isEmpty()) {
        addReference(kustomization.resolve(reference));
      }
    }
  }

  private void addReference(Path target) {
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
