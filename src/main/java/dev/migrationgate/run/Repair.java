package dev.migrationgate.run;

import dev.migrationgate.config.Config;
import dev.migrationgate.krm.Manifests;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.database.PlainPassword;
import dev.migrationgate.pattern.pod.PodTemplate;
import dev.migrationgate.pattern.source.PackageFiles;
import dev.migrationgate.report.Redactor;
import dev.migrationgate.rules.Finding;
import dev.migrationgate.rules.Judge;
import dev.migrationgate.rules.Judgement;
import dev.migrationgate.yaml.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Files with their fixes, and nothing else: no value in a placeholder's place, no other order.
 *
 * @param before the texts that were read
 * @param after the same texts mended, in the same order
 * @param rollout what is understood of the mended ones
 * @param judgement what the rules say of the mended ones, and what was mended
 * @param redactor masks what is secret in them
 */
public record Repair(
    List<SourceText> before,
    List<SourceText> after,
    Rollout rollout,
    Judgement judgement,
    Redactor redactor) {
  public Repair {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /**
   * Mends what the configuration asks for.
   *
   * @param bystanders the other builds that these texts are part of, empty where there are none
   */
  public static Repair of(
      Manifests manifests, Config config, PackageFiles files, Optional<Bystanders> bystanders) {
    Reading read = Reading.of(manifests, config, Optional.of(files));
    Judgement judgement = new Judge(config.rules()).judge(read.rollout());
    Mending.Mended mended = Mending.mend(config, read, judgement, bystanders);
    Reading reading = mended.reading();
    return new Repair(
        manifests.sources(),
        reading.manifests().sources(),
        reading.rollout(),
        mended.judgement(),
        redactor(reading));
  }

  /** This and another one, which began with what this came to or what was made of that since. */
  public Repair followedBy(Repair later) {
    List<Finding> findings = new ArrayList<>(later.judgement().findings());
    for (Finding finding : judgement.findings()) {
      if (finding.fixed()) {
        findings.add(finding);
      }
    }
    Judgement both = new Judgement(findings, later.judgement().suppressed());
    return new Repair(before, later.after(), later.rollout(), both, later.redactor());
  }

  /** Whole files are shown to people, so passwords in plain text are masked too. */
  static Redactor redactor(Reading reading) {
    List<String> secrets = new ArrayList<>(reading.secrets());
    Resources resources = reading.rollout().resources();
    for (Resource resource : resources) {
      Optional<PodTemplate> pod = PodTemplate.of(resource);
      if (pod.isPresent()) {
        for (PlainPassword password : PlainPassword.in(resource, pod.get(), resources)) {
          secrets.add(password.node().text().orElse(""));
        }
      }
    }
    secrets.removeIf(String::isEmpty);
    return new Redactor(reading.manifests().resources(), secrets);
  }
}
