package dev.migrationgate.files;

import dev.migrationgate.krm.InvalidInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * Finds what paths lead to, and parts it into units of judgement. Base and overlay never mix: a
 * kustomization that no other of those found refers to is a unit with all that it refers to; what
 * none of them uses is judged folder by folder, or by kpt package where there is a Kptfile.
 */
public final class UnitReader {
  static final String KPTFILE = "Kptfile";

  private final Selection selection;
  private final ManifestCache cache;
  private final Set<String> notes = new LinkedHashSet<>();
  private final Set<String> missing = new LinkedHashSet<>();

  /**
   * @param progress is told after each file how many have been read
   */
  public UnitReader(Selection selection, IntConsumer progress) {
    this.selection = selection;
    this.cache = new ManifestCache(progress);
  }

  /**
   * Reads files and folders.
   *
   * @throws InvalidInput when a path is not there, or a folder cannot be listed
   */
  public Found read(List<Path> paths) {
    Map<Path, Path> files = new LinkedHashMap<>();
    Set<Path> named = new HashSet<>();
    FileTree tree = new FileTree(selection);
    for (Path path : paths) {
      Path shown = path.normalize();
      if (!Files.exists(path)) {
        throw new InvalidInput(path + ": no such file or folder");
      }
      boolean folder = Files.isDirectory(path);
      if (!folder) {
        named.add(ManifestCache.identity(shown));
      }
      List<Path> below = folder ? tree.below(shown) : List.of(shown);
      below.forEach(file -> files.putIfAbsent(ManifestCache.identity(file), file));
    }
    List<Kustomization> kustomizations = new ArrayList<>();
    Map<Path, Manifest> others = new LinkedHashMap<>();
    files.forEach((identity, file) -> {
      Optional<Manifest> manifest =
          named.contains(identity) ? cache.readNamed(file) : cache.read(file);
      if (manifest.isPresent() && Kustomization.isNamedSo(file)) {
        kustomizations.add(new Kustomization(manifest.get()));
      } else {
        manifest.ifPresent(read -> others.put(identity, read));
      }
    });
    List<Unit> units = units(kustomizations, others);
    return new Found(
        units, cache.unreadable(), cache.templates(), List.copyOf(missing), List.copyOf(notes));
  }

  private List<Unit> units(List<Kustomization> kustomizations, Map<Path, Manifest> others) {
    Set<Path> claimed = new HashSet<>();
    List<KustomizedUnit> kustomized = new ArrayList<>();
    for (Kustomization root : roots(kustomizations)) {
      kustomized.add(follow(root, claimed));
    }
    // What refers to each other in a circle has no root; it is judged all the same.
    for (Kustomization kustomization : kustomizations) {
      if (!claimed.contains(ManifestCache.identity(kustomization.path()))) {
        kustomized.add(follow(kustomization, claimed));
      }
    }
    Map<Path, List<Manifest>> loose = new LinkedHashMap<>();
    Map<Path, List<Manifest>> beside = new LinkedHashMap<>();
    Set<Path> packages = packages(others.values());
    others.forEach((identity, manifest) -> {
      if (!claimed.contains(identity)) {
        Path folder = groupOf(manifest, packages);
        loose.computeIfAbsent(folder, key -> new ArrayList<>()).add(manifest);
        nearestKustomization(manifest)
            .filter(claimed::contains)
            .ifPresent(
                file -> beside.computeIfAbsent(file, key -> new ArrayList<>()).add(manifest));
      }
    });
    List<Unit> units = new ArrayList<>();
    for (KustomizedUnit unit : kustomized) {
      List<Manifest> unlisted = new ArrayList<>();
      beside.forEach((file, manifests) -> {
        if (unit.claimed().contains(file)) {
          unlisted.addAll(manifests);
        }
      });
      units.add(unit.unit(unlisted));
      notes.addAll(unit.notes());
      missing.addAll(unit.missing());
    }
    loose.forEach((folder, manifests) -> units.add(looseUnit(folder, manifests, claimed)));
    return units;
  }

  private KustomizedUnit follow(Kustomization root, Set<Path> claimed) {
    KustomizedUnit unit = new KustomizedUnit(cache, root);
    claimed.addAll(unit.claimed());
    return unit;
  }

  private static List<Kustomization> roots(List<Kustomization> kustomizations) {
    Set<Path> referenced = new HashSet<>();
    for (Kustomization kustomization : kustomizations) {
      for (Kustomization.Reference resource : kustomization.references()) {
        Path target = kustomization.resolve(resource);
        boolean itself = ManifestCache.identity(target).equals(identity(kustomization.folder()));
        if (!resource.isRemote() && !itself) {
          referenced.add(ManifestCache.identity(target));
        }
      }
    }
    return kustomizations.stream()
        .filter(kustomization -> !referenced.contains(identity(kustomization.folder())))
        .filter(kustomization -> !referenced.contains(identity(kustomization.path())))
        .toList();
  }

  private static Path identity(Path path) {
    return ManifestCache.identity(path);
  }

  private static Unit looseUnit(Path folder, List<Manifest> all, Set<Path> claimed) {
    Optional<Manifest> config = all.stream().filter(Manifest::isOwnConfig).findFirst();
    boolean beside =
        all.stream()
            .anyMatch(file -> nearestKustomization(file).filter(claimed::contains).isPresent());
    return new Unit(
        Optional.of(folder),
        all.stream().filter(manifest -> !manifest.isOwnConfig()).toList(),
        List.of(),
        List.of(),
        beside,
        config.map(Manifest::source),
        List.of());
  }

  /** The folders of kpt packages. */
  private static Set<Path> packages(Iterable<Manifest> manifests) {
    Set<Path> folders = new HashSet<>();
    for (Manifest manifest : manifests) {
      if (manifest.path().getFileName().toString().equals(KPTFILE)) {
        folders.add(folderOf(manifest.path()));
      }
    }
    return folders;
  }

  /** kpt hands a function everything below the Kptfile; otherwise a folder is on its own. */
  private static Path groupOf(Manifest manifest, Set<Path> packages) {
    Path own = folderOf(manifest.path());
    for (Path folder = own; folder != null; folder = folder.getParent()) {
      if (packages.contains(folder)) {
        return folder;
      }
    }
    return packages.contains(Path.of("")) && !own.isAbsolute() ? Path.of("") : own;
  }

  private static Optional<Path> nearestKustomization(Manifest manifest) {
    for (Path folder = folderOf(manifest.path()); folder != null; folder = folder.getParent()) {
      Optional<Path> file = Kustomization.in(folder);
      if (file.isPresent()) {
        return file.map(ManifestCache::identity);
      }
    }
    return Optional.empty();
  }

  private static Path folderOf(Path file) {
    Path parent = file.getParent();
    return parent == null ? Path.of("") : parent;
  }
}
