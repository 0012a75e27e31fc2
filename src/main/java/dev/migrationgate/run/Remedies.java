package dev.migrationgate.run;

import dev.migrationgate.config.Config;
import dev.migrationgate.fix.Plan;
import dev.migrationgate.fix.Surroundings;
import dev.migrationgate.krm.Manifests;
import dev.migrationgate.pattern.source.PackageFiles;
import dev.migrationgate.report.Redactor;
import dev.migrationgate.rules.Finding;
import dev.migrationgate.rules.Judge;
import dev.migrationgate.rules.Judgement;
import dev.migrationgate.yaml.Edit;
import dev.migrationgate.yaml.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What would mend each finding of one build, were it the only one that is mended. */
public final class Remedies {
  private final Config config;
  private final Reading reading;
  private final Judge judge;
  private final Judgement judgement;
  private final Surroundings around;
  private final Redactor redactor;

  private Remedies(Config config, Reading reading) {
    this.config = config;
    this.reading = reading;
    this.judge = new Judge(config.rules());
    this.judgement = judge.judge(reading.rollout());
    this.around = new Surroundings(reading.rollout(), reading.manifests());
    this.redactor = Repair.redactor(reading);
  }

  /**
   * What mends a finding.
   *
   * @param done what is done, for a person who reads of it afterwards
   * @param edits of the texts that were read
   * @param redactor masks what is secret in them
   */
  public record Remedy(String done, Map<SourceText, List<Edit>> edits, Redactor redactor) {}

  /** Reads and judges, and mends nothing yet. */
  public static Remedies of(Manifests manifests, Config config, PackageFiles files) {
    return new Remedies(config, Reading.of(manifests, config, Optional.of(files)));
  }

  /** What the rules say. */
  public List<Finding> findings() {
    return judgement.findings();
  }

  /**
   * Mends a finding in memory, by the same measure as {@link Repair}.
   *
   * @param bystanders the other builds that these texts are part of
   * @return empty where it is not asked for, or does not hold
   */
  public Optional<Remedy> of(Finding finding, Bystanders bystanders) {
    if (finding.fix().isPresent()
        && config.fix().asksFor(finding.rule())
        && finding.fix().get().plan(around) instanceof Plan.Changes plan
        && new Trial(config, judge, Optional.of(bystanders))
                .of(reading, judgement, List.of(new Trial.Candidate(finding, plan)))
            instanceof Trial.Held held) {
      return Optional.of(new Remedy(plan.done(), held.edits(), redactor));
    }
    return Optional.empty();
  }
}
