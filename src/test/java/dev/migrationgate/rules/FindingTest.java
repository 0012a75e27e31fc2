package dev.migrationgate.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Given;
import dev.migrationgate.pattern.Rollout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a finding says, and of what. */
class FindingTest {
  private static final Resource ONE =
      Given.resource("one.yaml", "kind: Job\nmetadata: {name: one}\n");
  private static final Resource OTHER = Given.resource("other.yaml", "\nkind: Job\n");
  private static final Rule RULE = Rules.named("gate-mode").orElseThrow();

  @Test
  void isToldAnew() {
    Findings findings = new Findings(RULE, RuleSettings.Setting.DEFAULT, new Suppressions(false));
    findings.add(ONE, Field.of(ONE, "kind"), "wrong");
    Finding finding = findings.all().get(0);
    assertThat(finding.severity()).isEqualTo(RULE.severity());
    assertThat(finding.withMessage("more"))
        .isEqualTo(
            new Finding(
                "gate-mode",
                RULE.severity(),
                Optional.of(ONE),
                finding.field(),
                "more",
                false,
                Optional.empty()));
    assertThat(finding.of(OTHER).resource()).contains(OTHER);
    assertThat(finding.of(OTHER).message()).isEqualTo("wrong");
    Finding mended = finding.mended("done");
    assertThat(mended.severity()).isEqualTo(Severity.INFO);
    assertThat(mended.fixed()).isTrue();
    assertThat(mended.message()).isEqualTo("done");
    assertThat(finding.withDoubt(" maybe").message()).isEqualTo("wrong maybe");
    assertThat(finding.withDoubt(" maybe").severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void whatIsMendedAlreadyIsNoError() {
    Findings findings = new Findings(RULE, RuleSettings.Setting.DEFAULT, new Suppressions(false));
    findings.addFixed(ONE, Field.of(ONE, "kind"), "done");
    findings.addGlobal("everything");
    assertThat(findings.all().get(0).severity()).isEqualTo(Severity.INFO);
    assertThat(findings.all().get(0).fixed()).isTrue();
    assertThat(findings.all().get(1).resource()).isEmpty();
    assertThat(findings.all().get(1).severity()).isEqualTo(RULE.severity());
  }

  @Test
  void aRuleReadsItsParameters() {
    Parameter texts = new Parameter("a", "what", List.of("x", "y"), Parameter.Form.TEXTS);
    Parameter none = new Parameter("b", "what", List.of(), Parameter.Form.TEXT);
    RuleSettings.Setting setting =
        new RuleSettings.Setting(
            false, Optional.of(Severity.WARNING), Map.of("b", List.of("configured")));
    Findings findings = new Findings(RULE, setting, new Suppressions(false));
    assertThat(findings.parameter(texts)).containsExactly("x", "y");
    assertThat(findings.text(texts)).isEqualTo("x");
    assertThat(findings.text(none)).isEqualTo("configured");
    Findings plain = new Findings(RULE, RuleSettings.Setting.DEFAULT, new Suppressions(false));
    assertThat(plain.text(none)).isEmpty();
    findings.add(Severity.ERROR, ONE, Field.of(ONE), "wrong");
    assertThat(findings.all().get(0).severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void aRuleKnowsWhoAskedNotToHearOfIt() {
    Resource asked =
        Given.resource(
            "kind: Job\nmetadata: {annotations: {migrationgate.dev/ignore.gate-mode: w}}");
    Findings findings = new Findings(RULE, RuleSettings.Setting.DEFAULT, new Suppressions(false));
    assertThat(findings.isSuppressed(asked)).isTrue();
    assertThat(findings.isSuppressed(ONE)).isFalse();
    Findings all = new Findings(RULE, RuleSettings.Setting.DEFAULT, new Suppressions(true));
    assertThat(all.isSuppressed(asked)).isFalse();
  }

  @Test
  void aPlaceIsWhereAPersonCanLook() {
    assertThat(Place.of(ONE)).isEqualTo("at one.yaml:1");
    assertThat(Place.of(OTHER)).isEqualTo("at other.yaml:2");
    Resource ofKpt =
        Given.resource(
            "kind: Job\nmetadata: {annotations: {internal.config.kubernetes.io/path: a/b.yaml}}\n");
    assertThat(Place.of(ofKpt)).isEqualTo("in a/b.yaml");
  }

  @ParameterizedTest
  @CsvSource({
    "1, Deployment a0",
    "2, Deployment a0 and Deployment a1",
    "4, Deployment a0 and 3 others"
  })
  void workloadsAreNamedOrCounted(int count, String expected) {
    StringBuilder manifests =
        new StringBuilder(
            "{apiVersion: batch/v1, kind: Job, metadata: {name: migrate}, spec: {template: {spec:"
                + " {containers: [{image: 'shop:1', command: [rails, 'db:migrate']}]}}}}\n");
    for (int i = 0; i < count; i++) {
      manifests
          .append("---\n{apiVersion: apps/v1, kind: Deployment, metadata: {name: a")
          .append(i)
          .append("}, spec: {template: {spec: {containers: [{image: 'shop:1'}]}}}}\n");
    }
    Rollout rollout = Given.rollout(manifests.toString());
    assertThat(Names.workloads(rollout.links().of(rollout.migrations().get(0))))
        .isEqualTo(expected);
  }

  @Test
  void rulesAreFoundByTheirIds() {
    List<String> ids = new ArrayList<>();
    for (Rule rule : Rules.ALL) {
      ids.add(rule.id());
      assertThat(Rules.named(rule.id())).contains(rule);
    }
    assertThat(Rules.ids()).isEqualTo(ids).doesNotHaveDuplicates();
    assertThat(Rules.named("no-rule")).isEmpty();
  }

  @Test
  void aFieldIsNamedByItsPath() {
    Field there = Field.of(ONE, "metadata", "name");
    assertThat(there.path()).isEqualTo("metadata.name");
    assertThat(there.current()).contains("one");
    assertThat(there.propose("two").proposed()).contains("two");
    Field absent = Field.of(ONE, "metadata", "annotations", "a.b/c");
    assertThat(absent.path()).isEqualTo("metadata.annotations[a.b/c]");
    assertThat(absent.current()).isEmpty();
    assertThat(absent.node()).isEqualTo(ONE.root().get("metadata").orElseThrow());
  }
}
