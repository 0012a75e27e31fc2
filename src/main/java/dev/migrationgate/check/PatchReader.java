package dev.migrationgate.check;

import dev.migrationgate.files.Kustomization;
import dev.migrationgate.pattern.source.Patch;
import dev.migrationgate.yaml.Document;
import dev.migrationgate.yaml.InvalidYaml;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.SourceText;
import dev.migrationgate.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the patches of a kustomization, inline or in files of their own; applies none. */
final class PatchReader {
  private final Kustomization kustomization;
  private final List<Patch> patches = new ArrayList<>();

  PatchReader(Kustomization kustomization) {
    this.kustomization = kustomization;
  }

  List<Patch> read() {
    for (Node item : items("patches")) {
      add(item);
    }
    for (Node item : items("patchesJson6902")) {
      add(item);
    }
    for (Node item : items("patchesStrategicMerge")) {
      String text = item.text().orElse("");
      boolean inline = text.indexOf('\n') >= 0;
      addMerge(inline ? text : content(text), inline ? kustomization.source().name() : text);
    }
    return patches;
  }

  private List<Node> items(String list) {
    return kustomization.root().map(root -> root.items(list)).orElse(List.of());
  }

  private void add(Node item) {
    Optional<String> path = item.text("path");
    String text = item.text("patch").or(() -> path.map(this::content)).orElse("");
    String file = path.orElse(kustomization.source().name());
    Optional<Node> target = item.get("target");
    if (target.isPresent()) {
      String kind = target.get().text("kind").orElse("");
      patches.add(new Patch(kind, target.get().text("name").orElse(""), text, file));
    } else {
      addMerge(text, file);
    }
  }

  /** A strategic merge patch names what it changes as that names itself. */
  private void addMerge(String text, String file) {
    try {
      for (Document document : YamlReader.read(new SourceText(file, text))) {
        Node root = document.root();
        String name = root.text("metadata", "name").orElse("");
        patches.add(new Patch(root.text("kind").orElse(""), name, text, file));
      }
    } catch (InvalidYaml e) {
      // Whoever reads the files of the package has told of it.
      return;
    }
  }

  private String content(String path) {
    Path file = kustomization.resolve(path);
    try {
      return Files.isRegularFile(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      return "";
    }
  }
}
