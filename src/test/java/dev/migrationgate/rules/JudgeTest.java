package dev.migrationgate.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.pattern.Given;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.source.BuildSteps;
import dev.migrationgate.pattern.source.FieldSchema;
import dev.migrationgate.pattern.source.PackageFiles;
import dev.migrationgate.pattern.source.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of the findings of all rules. */
class JudgeTest {
  private static final RuleSettings.Setting OFF =
      new RuleSettings.Setting(true, Optional.empty(), Map.of());

  private static final String JOB =
      """
      ---
      {apiVersion: batch/v1, kind: Job, metadata: {name: %s},
       spec: {%s, template: {spec: {containers: [{name: m, image: 'shop:1', command: [rails, 'db:migrate']}]}}}}
      """;

  private static final String WORKLOAD =
      """
      ---
      {apiVersion: apps/v1, kind: Deployment, metadata: {name: shop}, spec: {template: {spec:
       {containers: [{name: c, image: 'shop:1'}], initContainers: [{name: g, image: kubectl,
        command: [kubectl, wait, job/shop-migrate-v1, --for=condition=failed, --timeout=5m]}]}}}}
      """;

  @Test
  void theWorstComesFirstThenTheFirstOfTheInput() {
    Rollout rollout =
        Given.rollout(JOB.formatted("a", "parallelism: 2") + JOB.formatted("b", "completions: 2"));
    assertThat(of(rollout, Judged.only("job-parallel", "job-backoff-limit", "required-gates")))
        .containsExactly(
            "ERROR job-parallel a",
            "ERROR job-parallel b",
            "WARNING job-backoff-limit a",
            "WARNING job-backoff-limit b");
  }

  @Test
  void theConfigurationSetsSeverities() {
    RuleSettings.Setting info =
        new RuleSettings.Setting(false, Optional.of(Severity.INFO), Map.of());
    RuleSettings settings = new RuleSettings(OFF, Map.of("job-parallel", info), false);
    assertThat(of(Given.rollout(JOB.formatted("a", "parallelism: 2")), settings))
        .containsExactly("INFO job-parallel a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Job        | shop-migrate-v1 | spec.parallelism        | spec: {parallelism: 1}  | job-parallel
          ''         | ''              | spec.parallelism        | parallelism             | job-parallel
          Deployment | shop            | spec...command[3]       | command                 | gate-mode
          """)
  void whatAPatchMayMendIsNoErrorYet(
      String kind, String name, String field, String text, String rule) {
    Patch patch = new Patch(kind, name, text, "patch.yaml");
    List<Finding> findings = findings(patch, rule);
    assertThat(findings).as(field).hasSize(1);
    assertThat(findings.get(0).severity()).isEqualTo(Severity.WARNING);
    assertThat(findings.get(0).message()).endsWith(" (the patch patch.yaml may: check the build)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Deployment | shop            | parallelism  | job-parallel
          Job        | other           | parallelism  | job-parallel
          Job        | shop-migrate-v1 | completions  | job-parallel
          Deployment | shop            | image        | gate-mode
          Job        | shop-migrate-v1 | command      | gate-mode
          """)
  void whatNoPatchMendsIsOne(String kind, String name, String text, String rule) {
    List<Finding> findings = findings(new Patch(kind, name, text, "patch.yaml"), rule);
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).severity()).isEqualTo(Severity.ERROR);
    assertThat(findings.get(0).message()).doesNotContain("patch.yaml");
  }

  @Test
  void whatEveryPatchSaysMendsNothing() {
    Patch patch = new Patch("", "", "kind: Job\nmetadata: {name: SHOP}\n", "patch.yaml");
    Rollout rollout = rollout(JOB.formatted("SHOP", "parallelism: 1"), patch, FieldSchema.NONE);
    assertThat(of(rollout, Judged.only("job-name-invalid")))
        .containsExactly("ERROR job-name-invalid SHOP");
  }

  @Test
  void whatIsNoErrorIsToldAsItIs() {
    Patch patch = new Patch("", "", "backoffLimit", "patch.yaml");
    Rollout rollout = rollout(JOB.formatted("a", "backoffLimit: 3"), patch, FieldSchema.NONE);
    Judgement judgement = new Judge(Judged.only("job-backoff-limit")).judge(rollout);
    assertThat(judgement.findings()).hasSize(1);
    assertThat(judgement.findings().get(0).message()).doesNotContain("patch.yaml");
  }

  @Test
  void whatSomebodyAskedNotToHearOfIsKeptApart() {
    String job =
        JOB.formatted(
            "a, annotations: {migrationgate.dev/ignore.job-parallel: why}", "parallelism: 2");
    Rollout rollout = Given.rollout(job);
    Judgement judgement = new Judge(Judged.only("job-parallel")).judge(rollout);
    assertThat(judgement.findings()).isEmpty();
    assertThat(judgement.suppressed()).extracting(Finding::rule).containsExactly("job-parallel");
    RuleSettings all = new RuleSettings(OFF, Judged.only("job-parallel").named(), true);
    assertThat(of(rollout, all)).containsExactly("ERROR job-parallel a");
  }

  @Test
  void fieldsThatNobodyKnowsAreToldOnceOfWhatBelongsToAMigration() {
    FieldSchema everything =
        resource ->
            List.of(new FieldSchema.Misfit("spec.x", resource.root(), "is no field of its type"));
    String access =
        "---\n{apiVersion: v1, kind: ServiceAccount, metadata: {name: account}}\n"
            + "---\n{apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: role}}\n"
            + "---\n{apiVersion: v1, kind: Service, metadata: {name: service}}\n";
    String other = WORKLOAD.replace("name: shop}", "name: gated}").replace("shop:1", "x:1");
    String bare =
        "---\n{apiVersion: apps/v1, kind: Deployment, metadata: {name: bare}, spec: {template: {spec:"
            + " {containers: [{image: 'x:1'}]}}}}\n";
    String manifests =
        access
            + JOB.formatted("shop-migrate-v1", "parallelism: 1")
            + WORKLOAD
            + other.replace("shop-migrate-v1", "elsewhere")
            + bare;
    assertThat(of(rollout(manifests, null, everything), Judged.only("unknown-field")))
        .containsExactly(
            "ERROR unknown-field account",
            "ERROR unknown-field role",
            "ERROR unknown-field shop-migrate-v1",
            "ERROR unknown-field shop",
            "ERROR unknown-field gated");
    assertThat(of(rollout(access + bare, null, everything), Judged.only("unknown-field")))
        .isEmpty();
    assertThat(of(Given.rollout(manifests), Judged.only("unknown-field"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          shop  | []                                                                  | ERROR gate-not-a-gate shop
          other | []                                                                  | WARNING gate-not-a-gate shop
          shop  | [{name: g, image: k, command: [kubectl, wait, job/shop-migrate-v1]}] |
          """)
  void aClaimIsGraveWhereNothingElseHolds(String image, String more, String expected) {
    String init = "{name: wait-for-migrations, image: busybox, command: [nc, -z, db, '5432']}";
    String workload =
        """
        ---
        {apiVersion: apps/v1, kind: Deployment, metadata: {name: shop}, spec: {template: {spec:
         {containers: [{name: c, image: '%s:1'}], initContainers: [%s%s]}}}}
        """
            .formatted(
                image, init, more.equals("[]") ? "" : ", " + more.substring(1, more.length() - 1));
    Rollout rollout = Given.rollout(JOB.formatted("x-migrate-v1", "parallelism: 1") + workload);
    assertThat(of(rollout, Judged.only("gate-not-a-gate")))
        .isEqualTo(expected == null ? List.of() : List.of(expected));
  }

  private static List<Finding> findings(Patch patch, String rule) {
    String manifests = JOB.formatted("shop-migrate-v1", "parallelism: 2") + WORKLOAD;
    return new Judge(Judged.only(rule))
        .judge(rollout(manifests, patch, FieldSchema.NONE))
        .findings();
  }

  private static Rollout rollout(String manifests, Patch patch, FieldSchema schema) {
    PackageFiles files =
        new PackageFiles(
            List.of(),
            patch == null ? List.of() : List.of(patch),
            List.of(),
            List.of(),
            List.of(),
            true,
            BuildSteps.NONE,
            schema);
    return Given.rollout(manifests, Optional.of(files));
  }

  private static List<String> of(Rollout rollout, RuleSettings settings) {
    List<String> told = new ArrayList<>();
    for (Finding finding : new Judge(settings).judge(rollout).findings()) {
      told.add(
          finding.severity()
              + " "
              + finding.rule()
              + finding.resource().map(resource -> " " + resource.name()).orElse(""));
    }
    return told;
  }
}
