package dev.migrationgate.check;

import dev.migrationgate.config.Config;
import dev.migrationgate.config.InvalidConfig;
import dev.migrationgate.files.Found;
import dev.migrationgate.files.Manifest;
import dev.migrationgate.files.OpenShiftTemplate;
import dev.migrationgate.files.Unit;
import dev.migrationgate.fix.Surroundings;
import dev.migrationgate.krm.InvalidInput;
import dev.migrationgate.krm.ManifestReader;
import dev.migrationgate.krm.Manifests;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.source.FieldSchema;
import dev.migrationgate.pattern.source.PackageFiles;
import dev.migrationgate.report.Credentials;
import dev.migrationgate.run.Analysis;
import dev.migrationgate.yaml.InvalidYaml;
import dev.migrationgate.yaml.OneLine;
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
  private final Optional<Builds> builds;
  private final List<Judged> judged = new ArrayList<>();
  private final List<AcrossBuilds.Across> links = new ArrayList<>();
  private final List<String> unreadable = new ArrayList<>();
  private final List<String> templates = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<Resource> flux = new ArrayList<>();

  /**
   * @param given the configuration of the command line, which holds for every unit
   * @param builds makes of kustomizations what is judged; empty to judge their files
   */
  public Checker(FieldSchema schema, Optional<Config> given, Optional<Builds> builds) {
    this.schema = schema;
    this.given = given;
    this.builds = builds;
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
    List<Unread> units = found.units().stream().map(this::read).toList();
    for (Unread unit : units) {
      unit.manifests().resources().stream().filter(PackageReader::isFlux).forEach(flux::add);
    }
    List<Judged> before = List.copyOf(judged);
    judged.clear();
    units.forEach(unit -> check(unit, () -> Mender.config(unit.unit(), given, project)));
    AcrossBuilds across = new AcrossBuilds(judged, given.orElse(project));
    judged.replaceAll(across::with);
    judged.addAll(0, before);
    links.addAll(across.links());
  }

  /** A unit that is not yet understood. */
  private record Unread(Unit unit, Manifests manifests, Optional<Origins> origins) {}

  /** The unit as it is built; as its files are where that is not asked for, or fails. */
  private Unread read(Unit unit) {
    Manifests files = manifests(unit);
    if (builds.isPresent() && unit.isKustomized()) {
      try {
        Unit built = builds.get().build(unit, files.resources());
        return new Unread(built, manifests(built), Optional.of(new Origins(files.resources())));
      } catch (InvalidInput e) {
        unreadable.add(e.getMessage());
      }
    }
    return new Unread(unit, files, Optional.empty());
  }

  private static Manifests manifests(Unit unit) {
    return ManifestReader.ofDocuments(
        unit.manifests().stream().map(Manifest::source).toList(),
        unit.manifests().stream().map(Manifest::documents).toList());
  }

  /**
   * Judges one stream or ResourceList, such as a build's output.
   *
   * @throws InvalidYaml when it cannot be read as YAML
   * @throws InvalidInput when it is empty or no manifest
   */
  public void checkStream(SourceText stream, Config project) {
    Manifests manifests = ManifestReader.read(stream);
    if (manifests.resources().stream().anyMatch(item -> OpenShiftTemplate.is(item.root()))) {
      templates.add(stream.name());
    }
    Unit unit =
        new Unit(
            Optional.empty(), List.of(), List.of(), List.of(), false, Optional.empty(), List.of());
    check(new Unread(unit, manifests, Optional.empty()), () -> given.orElse(project));
  }

  /** The units that were judged. */
  public List<Judged> judged() {
    return judged;
  }

  /** What links one of them to another. */
  List<AcrossBuilds.Across> links() {
    return links;
  }

  /** What is no YAML or cannot be used, one line each. */
  public List<String> unreadable() {
    return unreadable.stream().map(Credentials::masked).map(OneLine::of).toList();
  }

  /** The files that something must render first. */
  public List<String> templates() {
    return templates;
  }

  /** What was passed over, one line each. */
  public List<String> notes() {
    return notes.stream().map(Credentials::masked).map(OneLine::of).toList();
  }

  private void check(Unread unread, Supplier<Config> source) {
    Unit unit = unread.unit();
    Manifests manifests = unread.manifests();
    Config config;
    try {
      config = source.get();
    } catch (InvalidConfig | InvalidYaml e) {
      unreadable.add(e.getMessage());
      config = Config.DEFAULT;
    }
    boolean sources = unit.folder().isPresent() && unread.origins().isEmpty();
    PackageFiles files = new PackageReader(unit).read(flux, sources, schema);
    try {
      Analysis analysis = Analysis.of(manifests, config, files);
      Manifests all = manifests.with(files.generated());
      Surroundings around = new Surroundings(analysis.rollout(), all);
      judged.add(new Judged(unit, all, analysis, around, unread.origins()));
    } catch (InvalidInput e) {
      unreadable.add(e.getMessage());
    }
  }

  /** The folders of the units, for messages. */
  static String name(Unit unit) {
    return unit.folder().map(Path::toString).map(path -> path.isEmpty() ? "." : path).orElse(STDIN);
  }
}
