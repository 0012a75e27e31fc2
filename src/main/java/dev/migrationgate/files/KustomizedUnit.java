package dev.migrationgate.files;

import dev.migrationgate.yaml.Document;
import dev.migrationgate.yaml.InvalidYaml;
import dev.migrationgate.yaml.SourceText;
import dev.migrationgate.yaml.YamlReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Follows a kustomization to everything that it is made of. Nothing is built. */
final class KustomizedUnit {
  private final ManifestCache cache;
  private final Set<Path> seen = new HashSet<>();
  private final Set<Path> claimed = new HashSet<>();
  private final List<Manifest> manifests = new ArrayList<>();
  private final List<Kustomization> kustomizations = new ArrayList<>();
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
        functionConfig);
  }

  private void follow(Kustomization kustomization) {
    if (!isNew(kustomization.path())) {
      return;
    }
    claimed.add(ManifestCache.identity(kustomization.path()));
    kustomizations.add(kustomization);
    for (Kustomization.Reference transformer : kustomization.transformers()) {
      addTransformer(kustomization, transformer);
    }
    for (Kustomization.Reference resource : kustomization.resources()) {
      add(kustomization, resource);
    }
    for (Kustomization.Reference patch : kustomization.patches()) {
      claim(kustomization, patch);
      Path file = kustomization.resolve(patch);
      if (Files.isRegularFile(file)) {
        cache.read(file);
      }
    }
    kustomization.others().forEach(other -> claim(kustomization, other));
  }

  private void add(Kustomization kustomization, Kustomization.Reference resource) {
    Path target = kustomization.resolve(resource);
    if (resource.isRemote()) {
      notes.add(
          kustomization.place(resource.node())
              + "the remote resource is not read: only a build fetches it");
    } else if (resource.path().isEmpty() || !Files.exists(target)) {
      missing.add(
          kustomization.place(resource.node()) + resource.path() + ": no such file or folder");
    } else if (Files.isDirectory(target)) {
      Kustomization.in(target).flatMap(cache::read).map(Kustomization::new).ifPresent(this::follow);
    } else if (Files.isRegularFile(target) && isNew(target)) {
      claim(kustomization, resource);
      Optional<Manifest> manifest = cache.read(target);
      if (manifest.isPresent() && Kustomization.isNamedSo(target)) {
        seen.remove(ManifestCache.identity(target));
        follow(new Kustomization(manifest.get()));
      } else {
        manifest.ifPresent(this::addManifest);
      }
    }
  }

  private void addManifest(Manifest manifest) {
    if (!manifest.isOwnConfig()) {
      manifests.add(manifest);
    } else if (functionConfig.isEmpty()) {
      functionConfig = Optional.of(manifest.source());
    }
  }

  private void addTransformer(Kustomization kustomization, Kustomization.Reference transformer) {
    if (functionConfig.isPresent()) {
      return;
    }
    if (transformer.isInline()) {
      SourceText inline = new SourceText(kustomization.source().name(), transformer.path());
      try {
        List<Document> documents = YamlReader.read(inline);
        if (new Manifest(kustomization.path(), inline, documents).isOwnConfig()) {
          functionConfig = Optional.of(inline);
        }
      } catch (InvalidYaml e) {
        notes.add(e.getMessage());
      }
    } else if (Files.isRegularFile(kustomization.resolve(transformer))) {
      functionConfig =
          cache
              .read(kustomization.resolve(transformer))
              .filter(Manifest::isOwnConfig)
              .map(Manifest::source);
    }
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
