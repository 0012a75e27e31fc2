package dev.migrationgate.files;

import dev.migrationgate.yaml.Document;
import dev.migrationgate.yaml.InvalidYaml;
import dev.migrationgate.yaml.SourceText;
import dev.migrationgate.yaml.YamlReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows a kustomization to everything that it is made of. Nothing is built. */
final class KustomizedUnit {
  private final ManifestCache cache;
  private final Set<Path> seen = new HashSet<>();
  private final Set<Path> claimed = new HashSet<>();
  private final List<Manifest> manifests = new ArrayList<>();
  private final List<Kustomization> kustomizations = new ArrayList<>();
  private final List<Layer> layers = new ArrayList<>();

  /** What is part of the build twice: one tree cannot tell what becomes of the two. */
  private final Set<String> shared = new HashSet<>();

  private final Map<Path, Set<String>> sources = new HashMap<>();
  private final List<String> notes = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private Optional<SourceText> functionConfig = Optional.empty();

  KustomizedUnit(ManifestCache cache, Kustomization root) {
    this.cache = cache;
    follow(root);
  }

  /** Every file that it uses, by identity. */
  Set<Path> claimed() {
    return claimed;
  }

  /** What was passed over, one line each. */
  List<String> notes() {
    return notes;
  }

  /** What it refers to and is not there, one line each. */
  List<String> missing() {
    return missing;
  }

  /** The unit, given what stands beside its kustomizations and is not listed. */
  Unit unit(List<Manifest> beside) {
    List<Manifest> unlisted = new ArrayList<>();
    for (Manifest manifest : beside) {
      if (!manifest.isOwnConfig()) {
        unlisted.add(manifest);
      } else if (functionConfig.isEmpty()) {
        functionConfig = Optional.of(manifest.source());
      }
    }
    return new Unit(
        Optional.of(kustomizations.get(0).folder()),
        manifests,
        kustomizations,
        unlisted,
        false,
        functionConfig,
        layers.stream().map(layer -> layer.without(shared)).toList());
  }

  /** Returns the names of the texts that the kustomization is made of. */
  private Set<String> follow(Kustomization kustomization) {
    return follow(kustomization, Set.of());
  }

  /**
   * @param above what a component works on beside its own resources
   */
  private Set<String> follow(Kustomization kustomization, Set<String> above) {
    Path identity = ManifestCache.identity(kustomization.path());
    if (!seen.add(identity)) {
      Set<String> known = sources.getOrDefault(identity, Set.of());
      shared.addAll(known);
      return known;
    }
    claimed.add(identity);
    kustomizations.add(kustomization);
    boolean runsFunction = false;
    for (Kustomization.Reference transformer : kustomization.transformers()) {
      runsFunction |= addTransformer(kustomization, transformer);
    }
    Set<String> own = new HashSet<>(above);
    own.add(kustomization.source().name());
    for (Kustomization.Reference resource : kustomization.resources()) {
      own.addAll(add(kustomization, resource, Set.of()));
    }
    for (Kustomization.Reference component : kustomization.components()) {
      own.addAll(add(kustomization, component, own));
    }
    for (Kustomization.Reference patch : kustomization.patches()) {
      claim(kustomization, patch);
      Path file = kustomization.resolve(patch);
      if (Files.isRegularFile(file)) {
        cache.read(file);
      }
    }
    kustomization.others().forEach(other -> claim(kustomization, other));
    layers.add(new Layer(kustomization, own, runsFunction));
    sources.put(identity, own);
    return own;
  }

  /** Returns the names of the texts that the reference stands for. */
  private Set<String> add(
      Kustomization kustomization, Kustomization.Reference resource, Set<String> above) {
    Path target = kustomization.resolve(resource);
    if (resource.isRemote()) {
      notes.add(
          kustomization.place(resource.node())
              + "the remote resource is not read: only a build fetches it");
    } else if (resource.path().isEmpty() || !Files.exists(target)) {
      missing.add(
          kustomization.place(resource.node()) + resource.path() + ": no such file or folder");
    } else if (Files.isDirectory(target)) {
      return Kustomization.in(target)
          .flatMap(cache::read)
          .map(Kustomization::new)
          .map(found -> follow(found, above))
          .orElse(Set.of());
    } else if (Files.isRegularFile(target)) {
      return addFile(kustomization, resource, target, above);
    }
    return Set.of();
  }

  private Set<String> addFile(
      Kustomization kustomization,
      Kustomization.Reference resource,
      Path target,
      Set<String> above) {
    Optional<Manifest> manifest = cache.read(target);
    if (manifest.isPresent() && Kustomization.isNamedSo(target)) {
      return follow(new Kustomization(manifest.get()), above);
    }
    if (isNew(target)) {
      claim(kustomization, resource);
      manifest.ifPresent(this::addManifest);
    }
    return manifest.map(found -> Set.of(found.source().name())).orElse(Set.of());
  }

  private void addManifest(Manifest manifest) {
    if (!manifest.isOwnConfig()) {
      manifests.add(manifest);
    } else if (functionConfig.isEmpty()) {
      functionConfig = Optional.of(manifest.source());
    }
  }

  /** Returns true for a configuration of this program. */
  private boolean addTransformer(Kustomization kustomization, Kustomization.Reference transformer) {
    Optional<SourceText> found = ownConfig(kustomization, transformer);
    if (functionConfig.isEmpty()) {
      functionConfig = found;
    }
    return found.isPresent();
  }

  private Optional<SourceText> ownConfig(
      Kustomization kustomization, Kustomization.Reference transformer) {
    if (transformer.isInline()) {
      SourceText inline = new SourceText(kustomization.source().name(), transformer.path());
      try {
        List<Document> documents = YamlReader.read(inline);
        return new Manifest(kustomization.path(), inline, documents).isOwnConfig()
            ? Optional.of(inline)
            : Optional.empty();
      } catch (InvalidYaml e) {
        notes.add(e.getMessage());
        return Optional.empty();
      }
    }
    Path file = kustomization.resolve(transformer);
    return Files.isRegularFile(file)
        ? cache.read(file).filter(Manifest::isOwnConfig).map(Manifest::source)
        : Optional.empty();
  }

  private void claim(Kustomization kustomization, Kustomization.Reference reference) {
    if (!reference.isRemote()) {
      claimed.add(ManifestCache.identity(kustomization.resolve(reference)));
    }
  }

  private boolean isNew(Path path) {
    return seen.add(ManifestCache.identity(path));
  }
}
