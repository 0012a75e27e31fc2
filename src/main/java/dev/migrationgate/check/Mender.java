package dev.migrationgate.check;

import dev.migrationgate.config.Config;
import dev.migrationgate.config.ConfigReader;
import dev.migrationgate.files.Found;
import dev.migrationgate.files.Unit;
import dev.migrationgate.krm.InvalidInput;
import dev.migrationgate.report.Credentials;
import dev.migrationgate.rules.FixSettings;
import dev.migrationgate.run.Repair;
import dev.migrationgate.yaml.OneLine;
import dev.migrationgate.yaml.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Mends units, each under its own configuration, in memory. A file that several builds share is
 * mended for the one where that makes none of the others worse, and is then as it is now for the
 * next.
 */
public final class Mender {
  private final Optional<Config> given;
  private final FixSettings asked;
  private final List<Repair> repairs = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /** The files that were read, in their order, and what has become of each so far. */
  private final Map<SourceText, SourceText> texts = new LinkedHashMap<>();

  /**
   * @param given the configuration of the command line, which holds for every unit
   * @param asked what to mend, whatever the configurations say of that
   */
  public Mender(Optional<Config> given, FixSettings asked) {
    this.given = given;
    this.asked = asked;
  }

  /**
   * Mends what was found in files.
   *
   * @param project the configuration for units that bring none
   * @throws InvalidInput when one of them cannot be read: what is not known may not be changed
   */
  public void mend(Found found, Config project) {
    if (!found.unreadable().isEmpty()) {
      throw new InvalidInput(found.unreadable().get(0) + "; nothing was mended");
    }
    // A Secret that is kept out of the repository is listed all the same.
    notes.addAll(found.missing());
    notes.addAll(found.notes());
    found.templates().forEach(file -> notes.add(file + ": a template, not mended"));
    for (Unit unit : found.units()) {
      if (unit.beside()) {
        unit.manifests()
            .forEach(file -> notes.add(file.path() + ": listed by no kustomization, not mended"));
      }
    }
    List<OtherBuilds.Build> builds =
        OtherBuilds.Build.of(found, unit -> config(unit, given, project).fixing(asked));
    List<Repair> mended = new ArrayList<>(builds.stream().map(b -> mend(b, builds)).toList());
    for (int i = 0; i < mended.size(); i++) {
      if (isOtherSince(builds.get(i), mended.get(i))) {
        mended.set(i, mended.get(i).followedBy(mend(builds.get(i), builds)));
      }
    }
    repairs.addAll(mended);
  }

  /** True where a file of a build was mended for another one since. */
  private boolean isOtherSince(OtherBuilds.Build build, Repair repair) {
    for (int i = 0; i < repair.after().size(); i++) {
      SourceText now = texts.get(build.unit().manifests().get(i).source());
      if (!now.text().equals(repair.after().get(i).text())) {
        return true;
      }
    }
    return false;
  }

  /**
   * The configuration that holds for a unit.
   *
   * @param given that of the command line
   * @param project that of units that bring none
   */
  static Config config(Unit unit, Optional<Config> given, Config project) {
    return given.orElseGet(() -> unit.functionConfig().map(ConfigReader::read).orElse(project));
  }

  private Repair mend(OtherBuilds.Build build, List<OtherBuilds.Build> all) {
    OtherBuilds others = new OtherBuilds(build, all, Map.copyOf(texts));
    Repair repair =
        Repair.of(build.manifests(texts), build.config(), build.files(), Optional.of(others));
    for (int i = 0; i < repair.after().size(); i++) {
      texts.put(build.unit().manifests().get(i).source(), repair.after().get(i));
    }
    return repair;
  }

  /** What was mended, and what was not, build by build. */
  public List<Repair> repairs() {
    return repairs;
  }

  /** The texts that are others now, by those that were read. */
  public Map<SourceText, SourceText> changed() {
    Map<SourceText, SourceText> changed = new LinkedHashMap<>(texts);
    changed.entrySet().removeIf(text -> text.getKey().text().equals(text.getValue().text()));
    return changed;
  }

  /** What was passed over, one line each. */
  public List<String> notes() {
    return notes.stream().map(Credentials::masked).map(OneLine::of).toList();
  }
}
