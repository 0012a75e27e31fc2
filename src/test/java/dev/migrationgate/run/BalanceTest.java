package dev.migrationgate.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.krm.ManifestReader;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.rules.Finding;
import dev.migrationgate.rules.Judgement;
import dev.migrationgate.rules.Severity;
import dev.migrationgate.yaml.SourceText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BalanceTest {
  private static final Finding MENDED =
      finding("gate-missing", Severity.ERROR, "Deployment", "shop");

  @Test
  void isEvenWhenWhatWasMendedIsGone() {
    Finding other = finding("job-ttl-missing", Severity.ERROR, "Job", "shop-migration");
    assertThat(objection(List.of(MENDED, other), List.of(other))).isEmpty();
  }

  @Test
  void objectsWhereTheFindingStays() {
    Finding stays = finding("gate-missing", Severity.INFO, "Deployment", "shop");
    assertThat(objection(List.of(MENDED), List.of(stays))).contains("the finding would stay");
  }

  @Test
  void objectsToWhatComesNewAndWeighsAsMuch() {
    Finding fresh = finding("gate-forbidden", Severity.ERROR, "Deployment", "shop");
    assertThat(objection(List.of(MENDED), List.of(fresh)))
        .contains("it would bring gate-forbidden: error for shop");
  }

  @Test
  void objectsToWhatWasThereAndGrewGraver() {
    Finding other = finding("job-name-unversioned", Severity.ERROR, "Job", "billing-migration");
    Finding before = finding("job-name-unversioned", Severity.INFO, "Job", "shop-migration");
    Finding after = finding("job-name-unversioned", Severity.ERROR, "Job", "shop-migration");
    assertThat(objection(List.of(other, MENDED, before), List.of(other, after)))
        .contains("it would bring job-name-unversioned: error for shop-migration");
  }

  @Test
  void takesWhatWeighsLess() {
    Finding grown = finding("gate-outlived", Severity.WARNING, "Deployment", "shop");
    assertThat(objection(List.of(MENDED), List.of(grown))).isEmpty();
  }

  @Test
  void takesWhatGrewLighterOrWasRenamed() {
    Finding before = finding("job-backoff-limit", Severity.ERROR, "Job", "shop-migration");
    Finding lighter = finding("job-backoff-limit", Severity.WARNING, "Job", "shop-migration");
    Finding renamed = finding("job-backoff-limit", Severity.ERROR, "Job", "shop-migration-v1");
    assertThat(objection(List.of(MENDED, before), List.of(lighter))).isEmpty();
    assertThat(objection(List.of(MENDED, before), List.of(renamed))).isEmpty();
  }

  private static Optional<String> objection(List<Finding> before, List<Finding> after) {
    return Balance.objection(before, new Judgement(after, List.of()), List.of(MENDED));
  }

  private static Finding finding(String rule, Severity severity, String kind, String name) {
    String text = "apiVersion: v1\nkind: " + kind + "\nmetadata: {name: " + name + "}\n";
    Resource resource = ManifestReader.read(new SourceText("t", text)).resources().get(0);
    return new Finding(
        rule,
        severity,
        Optional.of(resource),
        Optional.empty(),
        severity.id() + " for " + name,
        false,
        Optional.empty());
  }
}
