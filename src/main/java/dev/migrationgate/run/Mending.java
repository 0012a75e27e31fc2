package dev.migrationgate.run;

import dev.migrationgate.config.Config;
import dev.migrationgate.fix.CannotChange;
import dev.migrationgate.fix.Change;
import dev.migrationgate.fix.ChangeSet;
import dev.migrationgate.fix.Plan;
import dev.migrationgate.fix.Surroundings;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Mends what the rules found, in rounds. What was changed is read and judged again: a fix counts
 * when its finding is gone and no new one came that weighs as much.
 */
final class Mending {
  private static final int ROUNDS = 3;

  private final Config config;
  private final Optional<Bystanders> bystanders;
  private final Judge judge;
  private final List<Finding> mended = new ArrayList<>();
  private final Map<Key, String> failures = new HashMap<>();
  private Reading reading;
  private Surroundings around;
  private Judgement judgement;

  private Mending(
      Config config, Reading reading, Judgement judgement, Optional<Bystanders> bystanders) {
    this.config = config;
    this.bystanders = bystanders;
    this.judge = new Judge(config.rules());
    this.reading = reading;
    this.around = new Surroundings(reading.rollout(), reading.manifests());
    this.judgement = judgement;
  }

  /**
   * What mending comes to.
   *
   * @param reading the mended manifests
   * @param judgement what the rules say of them, and what was mended
   */
  record Mended(Reading reading, Judgement judgement) {}

  /** The same finding in two readings; resources may come between. */
  private record Key(String rule, String resource, String field, String message) {
    static Key of(Finding finding) {
      return new Key(
          finding.rule(),
          finding.resource().isPresent() ? finding.resource().get().identity() : "",
          finding.field().isPresent() ? finding.field().get().path() : "",
          finding.message());
    }
  }

  /** A finding and what its fix comes to. */
  private record Candidate(Finding finding, Plan.Changes plan) {}

  /**
   * Mends what the configuration asks for.
   *
   * @param bystanders who else reads the texts, empty where nobody does
   */
  static Mended mend(
      Config config, Reading reading, Judgement judgement, Optional<Bystanders> bystanders) {
    return new Mending(config, reading, judgement, bystanders).run();
  }

  private Mended run() {
    for (int round = 0; round < ROUNDS; round++) {
      List<Candidate> candidates = candidates(judgement.findings());
      if (candidates.isEmpty()) {
        break;
      }
      attempt(renamesFirst(candidates), reading);
    }
    List<Finding> findings = new ArrayList<>();
    for (Finding finding : judgement.findings()) {
      findings.add(withRefusal(finding));
    }
    findings.addAll(mended);
    return new Mended(reading, new Judgement(findings, judgement.suppressed()));
  }

  private List<Candidate> candidates(List<Finding> findings) {
    List<Candidate> candidates = new ArrayList<>();
    for (Finding finding : findings) {
      if (isAsked(finding)
          && !failures.containsKey(Key.of(finding))
          && plan(finding) instanceof Plan.Changes plan) {
        candidates.add(new Candidate(finding, plan));
      }
    }
    return candidates;
  }

  private boolean isAsked(Finding finding) {
    return finding.fix().isPresent() && config.fix().asksFor(finding.rule());
  }

  private Plan plan(Finding finding) {
    return finding.fix().orElseThrow().plan(around);
  }

  private static List<Candidate> renamesFirst(List<Candidate> candidates) {
    List<Candidate> renames = new ArrayList<>();
    for (Candidate candidate : candidates) {
      if (candidate.finding().fix().orElseThrow().renames()) {
        renames.add(candidate);
      }
    }
    return renames.isEmpty() ? candidates : renames;
  }

  /**
   * Applies fixes together; where that does not hold, by halves, so that one bad fix stops no
   * other.
   *
   * @param planned the fixes
   * @param then what they were planned over; where that has changed since, they are planned anew
   */
  private void attempt(List<Candidate> planned, Reading then) {
    List<Candidate> candidates = then == reading ? planned : planAgain(planned);
    if (candidates.isEmpty()) {
      return;
    }
    Optional<String> failure = apply(candidates);
    if (failure.isEmpty()) {
      return;
    }
    if (candidates.size() == 1) {
      failures.put(Key.of(candidates.get(0).finding()), failure.get());
      return;
    }
    int half = candidates.size() / 2;
    Reading now = reading;
    attempt(candidates.subList(0, half), now);
    attempt(candidates.subList(half, candidates.size()), now);
  }

  private List<Candidate> planAgain(List<Candidate> planned) {
    Set<Key> keys = new HashSet<>();
    for (Candidate candidate : planned) {
      keys.add(Key.of(candidate.finding()));
    }
    List<Finding> findings = new ArrayList<>();
    for (Finding finding : judgement.findings()) {
      if (keys.contains(Key.of(finding))) {
        findings.add(finding);
      }
    }
    return candidates(findings);
  }

  /** Applies all or nothing; what keeps it from it, empty where nothing does. */
  private Optional<String> apply(List<Candidate> candidates) {
    try {
      ChangeSet changes = new ChangeSet(reading.manifests());
      for (Candidate candidate : candidates) {
        for (Change change : candidate.plan().changes()) {
          changes.add(change);
        }
      }
      Reading after = Reading.of(reread(changes.edits()), config, reading.files());
      Judgement judged = judge.judge(after.rollout());
      Optional<String> objection =
          Balance.objection(judgement.findings(), judged, findings(candidates));
      if (objection.isEmpty() && bystanders.isPresent()) {
        objection = bystanders.get().objection(after.manifests().sources());
      }
      if (objection.isEmpty()) {
        for (Candidate candidate : candidates) {
          mended.add(candidate.finding().mended(candidate.plan().done()));
        }
        reading = after;
        around = new Surroundings(after.rollout(), after.manifests());
        judgement = judged;
      }
      return objection;
    } catch (CannotChange e) {
      return Optional.of(e.getMessage());
    } catch (InvalidYaml | InvalidInput e) {
      return Optional.of("the result could not be read again: " + e.getMessage());
    }
  }

  private static List<Finding> findings(List<Candidate> candidates) {
    List<Finding> findings = new ArrayList<>(candidates.size());
    for (Candidate candidate : candidates) {
      findings.add(candidate.finding());
    }
    return findings;
  }

  private Manifests reread(Map<SourceText, List<Edit>> edits) {
    Manifests before = reading.manifests();
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

  /** A finding that was to be mended and was not says why. */
  private Finding withRefusal(Finding finding) {
    if (!isAsked(finding)) {
      return finding;
    }
    String failure = failures.get(Key.of(finding));
    if (failure == null) {
      failure = plan(finding) instanceof Plan.Refused refused ? refused.why() : "";
    }
    return failure.isEmpty()
        ? finding
        : finding.withMessage(finding.message() + "; not mended: " + failure);
  }
}
