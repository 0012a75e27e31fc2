package dev.migrationgate.cli;

import dev.migrationgate.krm.InvalidInput;
import dev.migrationgate.run.Input;
import dev.migrationgate.yaml.Document;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the kustomizations that no other one refers to: each of them is a build of its own. */
final class KustomizationRoots {
  private KustomizationRoots() {}

  /** The folders below this one, in the order of their names. */
  static List<Path> below(Path folder, List<String> fileNames) {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(file -> fileNames.contains(String.valueOf(file.getFileName())))
          .sorted()
          .forEach(files::add);
    } catch (IOException e) {
      throw new InvalidInput(folder + ": cannot be read: " + e.getMessage());
    }
    Set<Path> referenced = new HashSet<>();
    for (Path file : files) {
      addReferences(file, referenced);
    }
    List<Path> roots = new ArrayList<>();
    for (Path file : files) {
      if (!referenced.contains(file.getParent().normalize())) {
        roots.add(file.getParent());
      }
    }
    return roots;
  }

  private static void addReferences(Path file, Set<Path> referenced) {
    for (Document document : YamlReader.read(Input.read(file))) {
      for (String list : new String[] {"resources", "bases", "components"}) {
        for (Node item : document.root().items(list)) {
          referenced.add(file.getParent().resolve(item.text().orElse("")).normalize());
        }
      }
    }
  }
}
