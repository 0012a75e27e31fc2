package dev.migrationgate.files;

import dev.migrationgate.krm.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files of a folder and of the folders below it, in the order of their names. Links are
 * followed, each folder is entered once, so that a loop of links ends. Hidden folders and {@code
 * node_modules} are left out.
 */
public final class FileTree {
  private final Selection selection;
  private final Set<Path> entered = new HashSet<>();

  public FileTree(Selection selection) {
    this.selection = selection;
  }

  /**
   * The manifests and kustomizations below a folder.
   *
   * @throws InvalidInput when the folder cannot be read
   */
  public List<Path> below(Path folder) {
    List<Path> files = new ArrayList<>();
    add(folder, files);
    return files;
  }

  private void add(Path folder, List<Path> files) {
    if (!enter(folder)) {
      return;
    }
    List<Path> children = children(folder);
    for (Path child : children) {
      if (!Files.isDirectory(child) && isManifest(child) && selection.takes(child)) {
        files.add(child);
      }
    }
    for (Path child : children) {
      if (Files.isDirectory(child) && !isHidden(child) && !selection.leavesOut(child)) {
        add(child, files);
      }
    }
  }

  private boolean enter(Path folder) {
    try {
      return entered.add(folder.toRealPath());
    } catch (IOException e) {
      throw new InvalidInput(folder + ": cannot be read: " + e.getMessage());
    }
  }

  private static List<Path> children(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children.map(Path::normalize).sorted().toList();
    } catch (IOException e) {
      throw new InvalidInput(folder + ": cannot be read: " + e.getMessage());
    }
  }

  private static boolean isHidden(Path path) {
    String name = path.getFileName().toString();
    return name.startsWith(".") || name.equals("node_modules");
  }

  /** True for a file that may hold manifests, by its name. */
  private static boolean isManifest(Path file) {
    String name = file.getFileName().toString();
    String lower = name.toLowerCase(Locale.ROOT);
    return !name.startsWith(".")
        && (lower.endsWith(".yaml")
            || lower.endsWith(".yml")
            || lower.endsWith(".json")
            || name.equals(UnitReader.KPTFILE)
            || Kustomization.isNamedSo(file));
  }
}
