package dev.migrationgate.files;

import dev.migrationgate.krm.InvalidInput;
import dev.migrationgate.krm.ManifestReader;
import dev.migrationgate.run.Input;
import dev.migrationgate.yaml.InvalidYaml;
import dev.migrationgate.yaml.SourceText;
import dev.migrationgate.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Reads each file once, and takes note of those that cannot be read. */
final class ManifestCache {
  private final Map<Path, Optional<Manifest>> read = new HashMap<>();
  private final List<String> unreadable = new ArrayList<>();
  private final List<String> templates = new ArrayList<>();
  private final IntConsumer progress;

  /**
   * @param progress is told after each file how many have been read
   */
  ManifestCache(IntConsumer progress) {
    this.progress = progress;
  }

  /** A file; empty where it cannot be read, which is noted, or is JSON and no manifest. */
  Optional<Manifest> read(Path file) {
    Path key = identity(file);
    Optional<Manifest> known = read.get(key);
    if (known == null) {
      known = parse(file);
      read.put(key, known);
      progress.accept(read.size());
    }
    return known;
  }

  /** A file that somebody named, and that must not be empty: it may be what a failed build left. */
  Optional<Manifest> readNamed(Path file) {
    Optional<Manifest> manifest = read(file);
    try {
      manifest.ifPresent(read -> ManifestReader.refuseNothing(read.source(), read.documents()));
    } catch (InvalidInput e) {
      unreadable.add(e.getMessage());
    }
    return manifest;
  }

  /** What is no YAML or cannot be read, one line each. */
  List<String> unreadable() {
    return unreadable;
  }

  /** The files that some template engine must render first. */
  List<String> templates() {
    return templates;
  }

  /** The same for all names of one file. */
  static Path identity(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }

  private Optional<Manifest> parse(Path file) {
    Optional<SourceText> source = text(file);
    if (source.isEmpty() || isForeignJson(source.get())) {
      return Optional.empty();
    }
    try {
      Manifest manifest = new Manifest(file, source.get(), YamlReader.read(source.get()));
      if (OpenShiftTemplate.isIn(manifest.documents())) {
        templates.add(file.toString());
      }
      return Optional.of(manifest);
    } catch (InvalidYaml e) {
      if (source.get().text().contains("{{")) {
        templates.add(file.toString());
      } else {
        unreadable.add(e.getMessage());
      }
      return Optional.empty();
    }
  }

  private Optional<SourceText> text(Path file) {
    try {
      return Optional.of(Input.read(file));
    } catch (InvalidInput e) {
      unreadable.add(e.getMessage());
      return Optional.empty();
    }
  }

  /** Most JSON of a repository is no manifest, and some of it is no JSON either. */
  private static boolean isForeignJson(SourceText source) {
    return source.name().endsWith(".json")
        && !(source.text().contains("\"apiVersion\"") && source.text().contains("\"kind\""));
  }
}
