package dev.migrationgate.check;

import dev.migrationgate.config.Config;
import dev.migrationgate.files.Found;
import dev.migrationgate.files.Manifest;
import dev.migrationgate.files.Unit;
import dev.migrationgate.krm.ManifestReader;
import dev.migrationgate.krm.Manifests;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.source.FieldSchema;
import dev.migrationgate.pattern.source.PackageFiles;
import dev.migrationgate.run.Analysis;
import dev.migrationgate.run.Bystanders;
import dev.migrationgate.yaml.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The builds that share files with the one that is mended, as overlays share a base: what mends the
 * one may make none of them worse.
 */
final class OtherBuilds implements Bystanders {
  private final Build mended;
  private final List<Build> sharing;
  private final Map<SourceText, SourceText> texts;

  /** What is known of each as the files are by now. */
  private final Map<Build, Analysis> known = new IdentityHashMap<>();

  /**
   * @param all every build, the one that is mended among them
   * @param texts what has become of the files so far
   */
  OtherBuilds(Build mended, List<Build> all, Map<SourceText, SourceText> texts) {
    this.mended = mended;
    this.sharing = all.stream().filter(other -> other != mended && other.shares(mended)).toList();
    this.texts = texts;
  }

  /** A unit, and all that judging it needs. */
  record Build(Unit unit, Config config, PackageFiles files) {
    /**
     * All that can be mended of what was found.
     *
     * @param config of each unit
     */
    static List<Build> of(Found found, Function<Unit, Config> config) {
      List<Resource> flux = new ArrayList<>();
      for (Unit unit : found.units()) {
        ManifestReader.readStream(sources(unit)).resources().stream()
            .filter(PackageReader::isFlux)
            .forEach(flux::add);
      }
      return found.units().stream()
          .filter(unit -> !unit.beside() && !unit.manifests().isEmpty())
          .map(unit ->
              new Build(
                  unit,
                  config.apply(unit),
                  new PackageReader(unit).read(flux, true, FieldSchema.NONE)))
          .toList();
    }

    /** The unit as it is by now. */
    Manifests manifests(Map<SourceText, SourceText> texts) {
      return ManifestReader.readStream(
          sources().stream().map(source -> texts.getOrDefault(source, source)).toList());
    }

    private List<SourceText> sources() {
      return sources(unit);
    }

    private static List<SourceText> sources(Unit unit) {
      return unit.manifests().stream().map(Manifest::source).toList();
    }

    private boolean shares(Build other) {
      return sources().stream().anyMatch(other.sources()::contains);
    }

    private Analysis analysis(Map<SourceText, SourceText> texts) {
      return Analysis.of(manifests(texts), config, files);
    }
  }

  @Override
  public Optional<String> objection(List<SourceText> after) {
    Map<Build, Analysis> judged = new IdentityHashMap<>();
    Optional<String> objection = objection(after, judged);
    if (objection.isEmpty()) {
      known.putAll(judged);
    }
    return objection;
  }

  /** The same for texts that are not kept, whatever is said of them. */
  Bystanders ofTrials() {
    return after -> objection(after, new IdentityHashMap<>());
  }

  /**
   * @param judged takes what each build comes to with these texts
   */
  private Optional<String> objection(List<SourceText> after, Map<Build, Analysis> judged) {
    Map<SourceText, SourceText> then = new HashMap<>(texts);
    for (int i = 0; i < after.size(); i++) {
      then.put(mended.sources().get(i), after.get(i));
    }
    for (Build build : sharing) {
      Optional<String> patched =
          PatchTargets.of(build.files()).lost(build.manifests(texts), build.manifests(then));
      if (patched.isPresent()) {
        return Optional.of("in " + Checker.name(build.unit()) + " " + patched.get());
      }
      Analysis before = known.computeIfAbsent(build, key -> key.analysis(texts));
      Analysis next = build.analysis(then);
      Optional<String> worse = next.worsening(before);
      if (worse.isPresent()) {
        return Optional.of("in " + Checker.name(build.unit()) + " " + worse.get());
      }
      judged.put(build, next);
    }
    return Optional.empty();
  }
}
