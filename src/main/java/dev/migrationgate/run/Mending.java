package dev.migrationgate.run;

import dev.migrationgate.config.Config;
import dev.migrationgate.fix.Plan;
import dev.migrationgate.fix.Surroundings;
import dev.migrationgate.rules.Finding;
import dev.migrationgate.rules.Judge;
import dev.migrationgate.rules.Judgement;
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
  private final Trial trial;
  private final List<Finding> mended = new ArrayList<>();
  private final Map<List<String>, String> failures = new HashMap<>();
  private Reading reading;
  private Surroundings around;
  private Judgement judgement;

  private Mending(
      Config config, Reading reading, Judgement judgement, Optional<Bystanders> bystanders) {
    this.config = config;
    this.trial = new Trial(config, new Judge(config.rules()), bystanders);
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
      List<Trial.Candidate> candidates = candidates(judgement.findings());
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

  /** The same for a finding in two readings; resources may come between. */
  private static List<String> key(Finding finding) {
    return List.of(
        finding.rule(),
        finding.resource().isPresent() ? finding.resource().get().identity() : "",
        finding.field().isPresent() ? finding.field().get().path() : "",
        finding.message());
  }

  private List<Trial.Candidate> candidates(List<Finding> findings) {
    List<Trial.Candidate> candidates = new ArrayList<>();
    for (Finding finding : findings) {
      if (isAsked(finding)
          && !failures.containsKey(key(finding))
          && plan(finding) instanceof Plan.Changes plan) {
        candidates.add(new Trial.Candidate(finding, plan));
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

  private static List<Trial.Candidate> renamesFirst(List<Trial.Candidate> candidates) {
    List<Trial.Candidate> renames = new ArrayList<>();
    for (Trial.Candidate candidate : candidates) {
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
  private void attempt(List<Trial.Candidate> planned, Reading then) {
    List<Trial.Candidate> candidates = then == reading ? planned : planAgain(planned);
    if (candidates.isEmpty()) {
      return;
    }
    Optional<String> failure = apply(candidates);
    if (failure.isEmpty()) {
      return;
    }
    if (candidates.size() == 1) {
      failures.put(key(candidates.get(0).finding()), failure.get());
      return;
    }
    int half = candidates.size() / 2;
    Reading now = reading;
    attempt(candidates.subList(0, half), now);
    attempt(candidates.subList(half, candidates.size()), now);
  }

  private List<Trial.Candidate> planAgain(List<Trial.Candidate> planned) {
    Set<List<String>> keys = new HashSet<>();
    for (Trial.Candidate candidate : planned) {
      keys.add(key(candidate.finding()));
    }
    List<Finding> findings = new ArrayList<>();
    for (Finding finding : judgement.findings()) {
      if (keys.contains(key(finding))) {
        findings.add(finding);
      }
    }
    return candidates(findings);
  }

  /** Applies all or nothing; what keeps it from it, empty where nothing does. */
  private Optional<String> apply(List<Trial.Candidate> candidates) {
    Trial.Outcome outcome = trial.of(reading, judgement, candidates);
    if (outcome instanceof Trial.Held held) {
      for (Trial.Candidate candidate : candidates) {
        mended.add(candidate.finding().mended(candidate.plan().done()));
      }
      reading = held.after();
      around = new Surroundings(reading.rollout(), reading.manifests());
      judgement = held.judgement();
      return Optional.empty();
    }
    return Optional.of(((Trial.Failed) outcome).why());
  }

  /** A finding that was to be mended and was not says why. */
  private Finding withRefusal(Finding finding) {
    if (!isAsked(finding)) {
      return finding;
    }
    String failure = failures.get(key(finding));
    if (failure == null) {
      failure = plan(finding) instanceof Plan.Refused refused ? refused.why() : "";
    }
    return failure.isEmpty()
        ? finding
        : finding.withMessage(finding.message() + "; not mended: " + failure);
  }
}
