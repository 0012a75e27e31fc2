package dev.migrationgate.check;

import dev.migrationgate.config.Config;
import dev.migrationgate.config.ConfigReader;
import dev.migrationgate.config.InvalidConfig;
import dev.migrationgate.files.Found;
import dev.migrationgate.files.Manifest;
import dev.migrationgate.files.Unit;
import dev.migrationgate.krm.InvalidInput;
import dev.migrationgate.krm.ManifestReader;
import dev.migrationgate.krm.Manifests;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.FieldSchema;
import dev.migrationgate.pattern.PackageFiles;
import dev.migrationgate.report.Credentials;
import dev.migrationgate.run.Analysis;
import dev.migrationgate.yaml.InvalidYaml;
import dev.migrationgate.yaml.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Judges units, each under its own configuration. One that cannot be judged stops no other. */
public final class Checker {
  /** What stdin is called in messages. */
  public static final String STDIN = "stdin";

  private final FieldSchema schema;
  private final Optional<Config> given;
  private final List<Judged> judged = new ArrayList<>();
  private final List<String> unreadable = new ArrayList<>();
  private final List<String> templates = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<Resource> flux = new ArrayList<>();

  /**
   * @param given the configuration of the command line, which holds for every unit
   */
  public Checker(FieldSchema schema, Optional<Config> given) {
    this.schema = schema;
    this.given = given;
  }

  /**
   * Judges what was found in files.
   *
   * @param project the configuration for units that bring none
   */
  public void check(Found found, Config project) {
    unreadable.addAll(found.unreadable());
    templates.addAll(found.templates());
    notes.addAll(found.notes());
    List<Manifests> read = new ArrayList<>();
    for (Unit unit : found.units()) {
      Manifests manifests =
          ManifestReader.ofDocuments(
              unit.manifests().stream().map(Manifest::source).toList(),
              unit.manifests().stream().map(Manifest::documents).toList());
      read.add(manifests);
      manifests.resources().stream().filter(PackageReader::isFlux).forEach(flux::add);
    }
    for (int i = 0; i < read.size(); i++) {
      Unit unit = found.units().get(i);
      check(unit, read.get(i), () -> config(unit, project), true);
    }
  }

  /**
   * Judges one stream or ResourceList, such as a build's output.
   *
   * @throws InvalidYaml when it cannot be read as YAML
   * @throws InvalidInput when it is empty or no manifest
   */
  public void checkStream(SourceText stream, Config project) {
    Manifests manifests = ManifestReader.read(stream);
    Unit unit =
        new Unit(Optional.empty(), List.of(), List.of(), List.of(), false, Optional.empty());
    check(unit, manifests, () -> given.orElse(project), false);
  }

  /** The units that were judged. */
  public List<Judged> judged() {
    return judged;
  }

  /** What is no YAML or cannot be used, one line each. */
  public List<String> unreadable() {
    return unreadable.stream().map(Credentials::masked).toList();
  }

  /** The files that something must render first. */
  public List<String> templates() {
    return templates;
  }

  /** What was passed over, one line each. */
  public List<String> notes() {
    return notes.stream().map(Credentials::masked).toList();
  }

  private void check(Unit unit, Manifests manifests, Supplier<Config> source, boolean sources) {
    Config config;
    try {
      config = source.get();
    } catch (InvalidConfig | InvalidYaml e) {
      unreadable.add(e.getMessage());
      config = Config.DEFAULT;
    }
    PackageFiles files = new PackageReader(unit).read(flux, sources, schema);
    try {
      judged.add(new Judged(unit, manifests, Analysis.of(manifests, config, files)));
    } catch (InvalidInput e) {
      unreadable.add(e.getMessage());
    }
  }

  private Config config(Unit unit, Config project) {
    return given.orElseGet(() -> unit.functionConfig().map(ConfigReader::read).orElse(project));
  }

  /** The folders of the units, for messages. */
  static String name(Unit unit) {
    return unit.folder().map(Path::toString).map(path -> path.isEmpty() ? "." : path).orElse(STDIN);
  }
}
