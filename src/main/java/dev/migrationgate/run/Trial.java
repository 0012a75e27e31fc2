package dev.migrationgate.run;

import dev.migrationgate.config.Config;
import dev.migrationgate.fix.CannotChange;
import dev.migrationgate.fix.Change;
import dev.migrationgate.fix.ChangeSet;
import dev.migrationgate.fix.Plan;
import dev.migrationgate.krm.InvalidInput;
import dev.migrationgate.krm.ManifestReader;
import dev.migrationgate.krm.Manifests;
import dev.migrationgate.rules.Finding;
import dev.migrationgate.rules.Judge;
import dev.migrationgate.rules.Judgement;
import dev.migrationgate.yaml.Edit;
import dev.migrationgate.yaml.Edits;
import dev.migrationgate.yaml.InvalidYaml;
import dev.migrationgate.yaml.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Applies fixes to what was read, all or none of them, and weighs what comes of it. */
final class Trial {
  private final Config config;
  private final Judge judge;
  private final Optional<Bystanders> bystanders;

  /**
   * @param bystanders who else reads the texts, empty where nobody does
   */
  Trial(Config config, Judge judge, Optional<Bystanders> bystanders) {
    this.config = config;
    this.judge = judge;
    this.bystanders = bystanders;
  }

  /** A finding and what its fix comes to. */
  record Candidate(Finding finding, Plan.Changes plan) {}

  /** What became of the fixes. */
  sealed interface Outcome {}

  /**
   * They hold: their findings are gone, and no new one came that weighs as much.
   *
   * @param edits what they change, by the texts that they were planned over
   */
  record Held(Map<SourceText, List<Edit>> edits, Reading after, Judgement judgement)
      implements Outcome {}

  /**
   * They do not.
   *
   * @param why the reason, which follows {@code not mended:}
   */
  record Failed(String why) implements Outcome {}

  /** Applies fixes that were planned over this reading. */
  Outcome of(Reading reading, Judgement judgement, List<Candidate> candidates) {
    try {
      ChangeSet changes = new ChangeSet(reading.manifests());
      for (Candidate candidate : candidates) {
        for (Change change : candidate.plan().changes()) {
          changes.add(change);
        }
      }
      Map<SourceText, List<Edit>> edits = changes.edits();
      Reading after = Reading.of(reread(reading.manifests(), edits), config, reading.files());
      Judgement judged = judge.judge(after.rollout());
      Optional<String> objection =
          Balance.objection(judgement.findings(), judged, findings(candidates));
      if (objection.isEmpty() && bystanders.isPresent()) {
        objection = bystanders.get().objection(after.manifests().sources());
      }
      return objection.isPresent() ? new Failed(objection.get()) : new Held(edits, after, judged);
    } catch (CannotChange e) {
      return new Failed(e.getMessage());
    } catch (InvalidYaml | InvalidInput e) {
      return new Failed("the result could not be read again: " + e.getMessage());
    }
  }

  private static List<Finding> findings(List<Candidate> candidates) {
    List<Finding> findings = new ArrayList<>(candidates.size());
    for (Candidate candidate : candidates) {
      findings.add(candidate.finding());
    }
    return findings;
  }

  private static Manifests reread(Manifests before, Map<SourceText, List<Edit>> edits) {
    List<SourceText> sources = new ArrayList<>(before.sources().size());
    for (SourceText source : before.sources()) {
      List<Edit> own = edits.getOrDefault(source, List.of());
      if (own.isEmpty()) {
        sources.add(source);
      } else {
        StringBuilder text = new StringBuilder(source.text().length() + 512);
        Edits.of(own).copy(source.text(), 0, source.text().length(), text);
        sources.add(new SourceText(source.name(), text.toString()));
      }
    }
    Manifests after =
        sources.size() == 1
            ? ManifestReader.read(sources.get(0))
            : ManifestReader.readStream(sources);
    return after.from(before.host());
  }
}
