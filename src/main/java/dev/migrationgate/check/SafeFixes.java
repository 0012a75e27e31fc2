package dev.migrationgate.check;

import dev.migrationgate.check.OtherBuilds.Build;
import dev.migrationgate.check.ReportedFinding.FileEdits;
import dev.migrationgate.check.ReportedFinding.Place;
import dev.migrationgate.check.ReportedFinding.Replacement;
import dev.migrationgate.config.Config;
import dev.migrationgate.config.InvalidConfig;
import dev.migrationgate.files.Found;
import dev.migrationgate.krm.InvalidInput;
import dev.migrationgate.krm.Manifests;
import dev.migrationgate.rules.Field;
import dev.migrationgate.rules.Finding;
import dev.migrationgate.rules.FixSettings;
import dev.migrationgate.run.Remedies;
import dev.migrationgate.run.Remedies.Remedy;
import dev.migrationgate.yaml.Edit;
import dev.migrationgate.yaml.Edits;
import dev.migrationgate.yaml.InvalidYaml;
import dev.migrationgate.yaml.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What {@code fix} does to files about each finding alone, where that cannot change what runs. A
 * viewer applies one such change at a time, so each is tried by itself.
 */
public final class SafeFixes {
  private static final FixSettings SAFE = new FixSettings(true, false, Set.of());
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** How many resources may be judged again for it: a report must not take minutes. */
  private static final int WORK = 20_000;

  private final Optional<Config> given;
  private final Map<Told, Remedy> remedies = new HashMap<>();
  private boolean refused;
  private int work = WORK;

  /**
   * @param given the configuration of the command line, which holds for every unit
   */
  public SafeFixes(Optional<Config> given) {
    this.given = given;
  }

  /** What two builds of one file may both find. */
  private record Spot(String rule, String file, int resource, int node, String field) {
    static Spot of(Finding finding) {
      return new Spot(
          finding.rule(),
          finding.resource().map(found -> found.source().name()).orElse(""),
          finding.resource().map(found -> found.root().start()).orElse(-1),
          finding.field().map(found -> found.node().start()).orElse(-1),
          finding.field().map(Field::path).orElse(""));
    }
  }

  private record Told(Spot spot, String message) {
    static Told of(Finding finding) {
      return new Told(Spot.of(finding), finding.message());
    }
  }

  /**
   * Tries to mend what the rules say of files.
   *
   * @param project the configuration for units that bring none
   */
  public void add(Found found, Config project) {
    if (!found.unreadable().isEmpty()) {
      refused = true;
      return;
    }
    try {
      List<Build> builds =
          Build.of(found, unit -> Mender.config(unit, given, project).fixing(SAFE));
      Set<Spot> before = new HashSet<>();
      for (Build build : builds) {
        before.addAll(add(build, builds, before));
      }
    } catch (InvalidInput | InvalidConfig | InvalidYaml e) {
      // The report tells of it as what cannot be read; fix mends nothing then.
      refused = true;
    }
  }

  /** Tries what no build before found; the first to find it is the one that is told of. */
  private Set<Spot> add(Build build, List<Build> all, Set<Spot> before) {
    Manifests manifests = build.manifests(Map.of());
    Remedies tried = Remedies.of(manifests, build.config(), build.files());
    OtherBuilds others = new OtherBuilds(build, all, Map.of());
    Set<Spot> spots = new HashSet<>();
    for (Finding finding : tried.findings()) {
      Spot spot = Spot.of(finding);
      spots.add(spot);
      if (!before.contains(spot) && finding.fix().isPresent() && work > 0) {
        work -= manifests.resources().size();
        tried
            .of(finding, others.ofTrials())
            .ifPresent(remedy -> remedies.put(Told.of(finding), remedy));
      }
    }
    return spots;
  }

  /**
   * What mends a finding.
   *
   * @param redact masks what is secret; what it would change is not told, since a viewer would
   *     write the mask
   */
  Optional<ReportedFinding.Fix> of(Finding finding, UnaryOperator<String> redact) {
    Remedy remedy = remedies.get(Told.of(finding));
    if (refused || remedy == null) {
      return Optional.empty();
    }
    UnaryOperator<String> masked = text -> redact.apply(remedy.redactor().redact(text));
    List<FileEdits> files = new ArrayList<>();
    for (Map.Entry<SourceText, List<Edit>> file : remedy.edits().entrySet()) {
      List<Edit> edits = Edits.of(file.getValue()).joined();
      if (!edits.stream().allMatch(edit -> isTold(edit, file.getKey(), masked))) {
        return Optional.empty();
      }
      if (!edits.isEmpty()) {
        files.add(
            new FileEdits(
                Locations.path(file.getKey()),
                edits.stream().map(edit -> replacement(edit, file.getKey())).toList()));
      }
    }
    files.sort((one, other) -> one.path().compareTo(other.path()));
    return Optional.of(new ReportedFinding.Fix(masked.apply(remedy.done()), files));
  }

  private static boolean isTold(Edit edit, SourceText source, UnaryOperator<String> masked) {
    // Who counts the mark as a character, and who does not, is not known.
    boolean sure = !source.text().startsWith(BYTE_ORDER_MARK) || source.line(edit.start()) > 1;
    return sure && masked.apply(edit.text()).equals(edit.text());
  }

  private static Replacement replacement(Edit edit, SourceText source) {
    return new Replacement(place(edit.start(), source), place(edit.end(), source), edit.text());
  }

  private static Place place(int offset, SourceText source) {
    return new Place(source.line(offset), source.column(offset));
  }
}
