package dev.migrationgate.run;

import dev.migrationgate.config.Config;
import dev.migrationgate.krm.Manifests;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.source.PackageFiles;
import dev.migrationgate.report.Redactor;
import dev.migrationgate.rules.Judge;
import dev.migrationgate.rules.Judgement;
import java.util.Optional;

/**
 * What one build of files comes to; nothing is mended and nothing is written.
 *
 * @param rollout what the rules looked at
 * @param judgement what they say
 * @param redactor masks what is secret in this build
 */
public record Analysis(Rollout rollout, Judgement judgement, Redactor redactor) {

  /**
   * What the rules say that they did not before, empty where it is no worse: nothing new weighs as
   * much as what is gone.
   */
  public Optional<String> worsening(Analysis before) {
    return Balance.worsening(before.judgement().findings(), judgement.findings());
  }

  /** Resolves, understands and judges. */
  public static Analysis of(Manifests manifests, Config config, PackageFiles files) {
    Reading reading = Reading.of(manifests, config, Optional.of(files));
    return new Analysis(
        reading.rollout(),
        new Judge(config.rules()).judge(reading.rollout()),
        new Redactor(reading.manifests().resources(), reading.secrets()));
  }
}
