package dev.migrationgate.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.pattern.migration.DeclaredMigration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What links a workload to a migration, and what does not. */
class LinkerTest {
  private static final String WAITS =
      ", initContainers: [{name: g, image: kubectl, command: [kubectl, wait, job/%s,"
          + " --for=condition=complete, --timeout=5m]}]";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          shop-migrate | shop:1          | other    | shop:2        | other strong: both run the image shop
          x-migrate    | r/shop-migrate  | other    | r/shop        | other strong: their images belong to r/shop
          shop-migrate | tool            | shop     | other         | shop strong: the Job's name is that of the workload
          shop-migrate | tool            | shop-api | other         |
          shop-migrate | tool            | shopapi  | other         |
          migrate      | tool            | migrate  | other         |
          shop-migrate | tool            | shop     | nginx         |
          shop-migrate | shop            | shop     | shop          | shop strong: both run the image shop, the Job's name is that of the workload
          shop-migrate | r/shop          | shop-ui  | r/shop        | shop-ui strong: both run the image r/shop, the workload's name starts with that of the Job
          shop-migrate | tool            | shop     | postgres      |
          """)
  void imagesAndNames(String job, String image, String name, String serves, String expected) {
    String manifests = job(job, "", "image: '" + image + "'") + workload(name, "", serves, "");
    assertThat(links(manifests)).isEqualTo(expected == null ? List.of() : List.of(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {app: shop}                        | shop-api | shop-api guess: the workload's name starts with that of the Job, both are labelled app: shop
          {app.kubernetes.io/part-of: shop}  | other    |
          {tier: shop}                       | shop-api |
          """)
  void twoHintsAreAGuess(String labels, String name, String expected) {
    String manifests =
        job("shop-migrate", ", labels: " + labels, "image: tool")
            + workload(name, ", labels: " + labels, "other", "");
    assertThat(links(manifests)).isEqualTo(expected == null ? List.of() : List.of(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          r/shop-migrate  | r/shop-api   | strong: its image is named after the Job's application, and both read Secret db,
          shop-migrator:1 | shop-worker  | strong: its image is named after the Job's application, and both read Secret db,
          shop-migrate    | shopping     | guess:
          shop-migrate    | r/shop-api   | guess:
          shop            | shop-api     | guess:
          r/migrate       | r/api        | guess:
          """)
  void aSisterOfTheImageThatReadsTheSame(String image, String serves, String how) {
    String secret = ", envFrom: [{secretRef: {name: db}}]";
    String manifests =
        job("migrate", "", "image: '" + image + "'" + secret)
            + workload("api", "", serves + secret, "");
    assertThat(links(manifests))
        .containsExactly("api " + how + " both read Secret db, this is the only migration");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          env: [{name: DATABASE_URL, valueFrom: {configMapKeyRef: {name: c, key: url}}}] | envFrom: [{configMapRef: {name: c}}] | true
          envFrom: [{configMapRef: {name: c}}] | env: [{name: DB_HOST, valueFrom: {configMapKeyRef: {name: c, key: h}}}]        | true
          envFrom: [{configMapRef: {name: c}}] | envFrom: [{configMapRef: {name: c}}]                                           | false
          env: [{name: LEVEL, valueFrom: {configMapKeyRef: {name: c, key: l}}}] | envFrom: [{configMapRef: {name: c}}]          | false
          env: [{name: DB_HOST, valueFrom: {configMapKeyRef: {name: c, key: h}}}] | envFrom: [{prefix: X_, configMapRef: {name: c}}] | false
          """)
  void aWholeConfigMapHoldsWhatTheOtherReadsOfIt(String own, String serves, boolean linked) {
    String manifests =
        job("a-migrate", "", "image: tool, " + own) + workload("api", "", "other, " + serves, "");
    assertThat(links(manifests))
        .isEqualTo(
            linked
                ? List.of("api guess: both read ConfigMap c, this is the only migration")
                : List.of());
  }

  @Test
  void aSharedDatabaseIsAGuessWhereThereIsOneMigration() {
    String secret = "image: tool, envFrom: [{secretRef: {name: shop-db}}]";
    String workload = workload("api", "", "other, envFrom: [{secretRef: {name: shop-db}}]", "");
    assertThat(links(job("a-migrate", "", secret) + workload))
        .containsExactly("api guess: both read Secret shop-db, this is the only migration");
    assertThat(links(job("a-migrate", "", secret) + job("b-migrate", "", secret) + workload))
        .isEmpty();
  }

  @Test
  void hintsOfTwoKindsLinkToOneOfSeveralMigrations() {
    String secret = ", envFrom: [{secretRef: {name: shop-db}}]";
    String jobs =
        job("a-migrate", ", labels: {app: shop}", "image: tool")
            + job("b-migrate", "", "image: tool" + secret)
            + job("c-migrate", ", labels: {app: shop}", "image: tool" + secret);
    String workload = workload("api", ", labels: {app: shop}", "other" + secret, "");
    assertThat(links(jobs + workload))
        .containsExactly("api guess: both are labelled app: shop, both read Secret shop-db");
    assertThat(Given.rollout(jobs + workload).links().iterator().next().job().name())
        .isEqualTo("c-migrate");
  }

  @Test
  void anImageOfAPodWithoutSettingsMayServeAlone() {
    String job = job("x-migrate", "", "image: shop, envFrom: [{secretRef: {name: shop-db}}]");
    assertThat(links(job + workload("api", "", "shop", ""))).isEmpty();
    assertThat(links(job + workload("api", "", "shop", ", volumes: [{name: v}]")))
        .containsExactly("api strong: both run the image shop");
    String labelled = job.replace("{name: x-migrate", "{name: x-migrate, labels: {app: shop}");
    assertThat(links(labelled + workload("api", ", labels: {app: shop}", "shop", "")))
        .containsExactly("api guess: both run the image shop, both are labelled app: shop");
  }

  @Test
  void theOneThatMostSpeaksForIsTaken() {
    String jobs = job("a-migrate", "", "image: shop") + job("api-migrate", "", "image: shop");
    assertThat(links(jobs + workload("api", "", "shop", "")))
        .containsExactly(
            "api strong: both run the image shop, the Job's name is that of the workload");
  }

  @Test
  void aGateThatNamesTheJobIsCertain() {
    String jobs = job("a-migrate", "", "image: tool") + job("b-migrate", "", "image: tool");
    assertThat(links(jobs + workload("api", "", "other", WAITS.formatted("a-migrate"))))
        .containsExactly("api strong by its gate: its gate names the Job");
    String both = WAITS.formatted("a-migrate, job/b-migrate");
    assertThat(links(jobs + workload("api", "", "other", both))).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          r/schema | wait-for-migrations | r/schema:2 | api strong: init container wait-for-migrations waits with the Job's image
          r/schema | wait-for-cache      | r/schema:2 |
          r/schema | wait-for-migrations | r/other:2  |
          postgres | wait-for-migrations | postgres   |
          flyway/flyway | wait-for-migrations | flyway/flyway |
          """)
  void anInitContainerThatWaitsWithTheJobsImage(
      String job, String name, String image, String expected) {
    String waits =
        ", initContainers: [{name: %s, image: '%s', command: [./is-current]}]"
            .formatted(name, image);
    String workload = workload("api", "", "other", waits);
    List<String> links = expected == null ? List.of() : List.of(expected);
    assertThat(links(job("a-migrate", "", "image: " + job) + workload)).isEqualTo(links);
    String jobs = job("b-migrate", "", "image: b") + job("a-migrate", "", "image: " + job);
    assertThat(links(jobs + workload)).isEqualTo(links);
  }

  @Test
  void aGateThatNamesNoJobIsMeantForTheOneMigration() {
    String gated = workload("api", "", "other", WAITS.formatted("gone"));
    assertThat(links(job("a-migrate", "", "image: tool") + gated))
        .containsExactly(
            "api strong by its gate: it waits for a Job, and this is the only migration");
  }

  @Test
  void aGateThatNamesAnotherJobIsNot() {
    String gated = workload("api", "", "other", WAITS.formatted("load-data"));
    assertThat(
            links(
                job("a-migrate", "", "image: tool")
                    + "---\n{apiVersion: batch/v1, kind: Job, metadata: {name: load-data}}\n"
                    + gated))
        .isEmpty();
  }

  @Test
  void amongSeveralMigrationsItIsMeantForTheOneOfASimilarName() {
    String jobs = job("a-migrate-v2", "", "image: tool") + job("b-migrate-v2", "", "image: tool");
    String gated = workload("api", "", "other", WAITS.formatted("b-migrate-v1"));
    assertThat(links(jobs + gated))
        .containsExactly("api strong by its gate: it waits for a Job of a similar name");
    assertThat(links(jobs + workload("api", "", "other", WAITS.formatted("c-migrate-v1"))))
        .isEmpty();
  }

  @Test
  void aGateForAnotherApplicationLeavesTheWorkloadsOwnMigrationWithoutOne() {
    String jobs = job("shop-migrate", "", "image: tool") + job("a-migrate", "", "image: tool");
    String gated = workload("shop", "", "other", WAITS.formatted("a-migrate"));
    assertThat(links(jobs + gated))
        .containsExactly(
            "shop strong: the Job's name is that of the workload",
            "shop strong by its gate: its gate names the Job");
    assertThat(links(jobs + workload("shop", "", "other", WAITS.formatted("shop-migrate"))))
        .hasSize(1);
  }

  @Test
  void aDatabaseDependsOnlyWhereItWaits() {
    String job = job("shop-migrate", "", "image: postgres:17");
    assertThat(links(job + workload("shop", "", "postgres:17", ""))).isEmpty();
    assertThat(links(job + workload("shop", "", "postgres:17", WAITS.formatted("gone")))).isEmpty();
    assertThat(links(job + workload("shop", "", "postgres:17", WAITS.formatted("shop-migrate"))))
        .hasSize(1);
  }

  @Test
  void namespacesPart() {
    String job = job("shop-migrate", ", namespace: a", "image: shop");
    assertThat(links(job + workload("shop", ", namespace: b", "shop", ""))).isEmpty();
    assertThat(links(job + workload("shop", "", "shop", ""))).hasSize(1);
    assertThat(links(job + workload("api", ", namespace: b", "x", WAITS.formatted("shop-migrate"))))
        .containsExactly("api strong by its gate: its gate names the Job");
    assertThat(links(job + workload("api", ", namespace: b", "x", WAITS.formatted("gone"))))
        .containsExactly(
            "api strong by its gate: it waits for a Job, and this is the only migration");
    String far = workload("db", ", namespace: b", "postgres", WAITS.formatted("gone"));
    assertThat(links(job + far)).isEmpty();
  }

  @Test
  void theConfigurationDecides() {
    String manifests =
        job("one-migrate", "", "image: tool")
            + job("two-migrate", "", "image: tool")
            + workload("api", "", "other", "");
    assertThat(links(manifests)).isEmpty();
    assertThat(links(manifests, declared("one-migrate", "Deployment/api")))
        .containsExactly("api strong: the configuration says so");
    assertThat(links(manifests, declared("one-migrate", "Deployment/other"))).isEmpty();
    assertThat(links(manifests, declared("three-migrate", "Deployment/api"))).isEmpty();
  }

  @Test
  void aJobThatIsAppliedByHandIsLinkedOnlyByTheConfiguration() {
    String manifests =
        job("shop-manual-migrate", "", "image: shop") + workload("a", "", "shop", "");
    assertThat(links(manifests)).isEmpty();
    assertThat(links(manifests, declared("shop-manual-migrate"))).hasSize(1);
    assertThat(links(manifests, declared("other"))).isEmpty();
  }

  @Test
  void aWorkerDependsAsItsServiceDoes() {
    String secret = ", envFrom: [{secretRef: {name: shop-db}}]";
    String job = job("shop-migrate", "", "image: tool" + secret);
    String service = workload("shop", "", "r/app" + secret, "");
    assertThat(links(job + service + workload("worker", "", "r/app:2" + secret, "")))
        .containsExactly(
            "shop strong: the Job's name is that of the workload, both read Secret shop-db, this is"
                + " the only migration",
            "worker strong: it runs the image of Deployment shop, which depends on it, both read"
                + " Secret shop-db, this is the only migration");
    assertThat(links(job + service + workload("worker", "", "r/other" + secret, "")).get(1))
        .startsWith("worker guess: ");
  }

  private static DeclaredMigration declared(String job, String... workloads) {
    return new DeclaredMigration(job, List.of(workloads));
  }

  private static List<String> links(String manifests, DeclaredMigration... declared) {
    List<String> links = new ArrayList<>();
    for (Link link : Given.rollout(manifests, declared).links()) {
      links.add(
          link.workload().resource().name()
              + (link.strong() ? " strong" : " guess")
              + (link.gate().isPresent() ? " by its gate: " : ": ")
              + String.join(", ", link.reasons()));
    }
    return links;
  }

  private static String job(String name, String metadata, String container) {
    return """
    ---
    {apiVersion: batch/v1, kind: Job, metadata: {name: %s%s},
     spec: {template: {spec: {containers: [{name: m, command: [rails, 'db:migrate'], %s}]}}}}
    """
        .formatted(name, metadata, container);
  }

  private static String workload(String name, String metadata, String image, String more) {
    return """
    ---
    {apiVersion: apps/v1, kind: Deployment, metadata: {name: %s%s},
     spec: {template: {spec: {containers: [{name: c, image: %s}]%s}}}}
    """
        .formatted(name, metadata, image, more);
  }
}
