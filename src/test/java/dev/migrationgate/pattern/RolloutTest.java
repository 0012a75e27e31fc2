package dev.migrationgate.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.database.DatabaseIdentity;
import dev.migrationgate.pattern.migration.MigrationJob;
import dev.migrationgate.pattern.source.KustomizationFile;
import dev.migrationgate.pattern.source.PackageFiles;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is proven of a rollout, and what keeps it from being proven. */
class RolloutTest {
  private static final String WAIT =
      "image: kubectl, command: [kubectl, wait, job/shop-migrate, --for=condition=complete]";

  private static final String ALLOWED =
      """
      ---
      {apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: r, namespace: shop},
       rules: [{apiGroups: [batch], resources: [jobs], verbs: [get, list, watch]}]}
      ---
      {apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: r, namespace: shop},
       subjects: [{kind: ServiceAccount, name: default}], roleRef: {kind: Role, name: r}}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          WAIT                                                                 | ALLOWED |
          WAIT                                                                 |         | has a gate that may not read the Job
          WAIT                                                                 | UNKNOWN | has a gate whose role is not in the input
          WAIT, env: [{name: KUBECONFIG, value: x}]                            | ALLOWED | has a gate whose role is not in the input
          image: x, command: [ls]                                              | ALLOWED | has no gate
          image: kubectl, command: [kubectl, wait, job/gone, --for=condition=complete] | ALLOWED | has a gate that waits for another Job
          image: kubectl, command: [kubectl, wait, job/shop-migrate, -n, other, --for=condition=complete] | ALLOWED | has a gate that waits for another Job
          image: kubectl, command: [kubectl, wait, job/shop-migrate, --for=condition=failed] | ALLOWED | has a gate that opens without the Job's success
          image: 'k8s-wait-for:v1.6', args: [job-wr, shop-migrate]             | ALLOWED | has a gate whose image does not wait
          image: i, command: [rails, 'db:abort_if_pending_migrations']         |         |
          """)
  void aLinkIsProvenOrInDoubt(String gate, String rbac, String doubt) {
    Rollout rollout = rollout(gate.replace("WAIT", WAIT), "", rbac == null ? "" : rbac);
    Link link = rollout.links().iterator().next();
    assertThat(rollout.doubt(link)).isEqualTo(Optional.ofNullable(doubt));
    assertThat(rollout.isProven(link)).isEqualTo(doubt == null);
    assertThat(rollout.provenGates()).isEqualTo(doubt == null ? 1 : 0);
    assertThat(rollout.provenMigrations()).isEqualTo(doubt == null ? 1 : 0);
  }

  @Test
  void aPodWithoutATokenCannotAsk() {
    Rollout rollout = rollout(WAIT, ", automountServiceAccountToken: false", "ALLOWED");
    Link link = rollout.links().iterator().next();
    assertThat(rollout.doubt(link)).contains("has a gate without a ServiceAccount token");
  }

  @Test
  void aMigrationIsProvenOnceAllThatDependOnItAre() {
    String ungated =
        """
        ---
        {apiVersion: apps/v1, kind: Deployment, metadata: {name: other, namespace: shop},
         spec: {template: {spec: {containers: [{image: 'shop:1'}]}}}}
        """;
    Rollout rollout = Given.rollout(manifests(WAIT, "", "ALLOWED") + ungated);
    assertThat(rollout.provenGates()).isEqualTo(1);
    assertThat(rollout.provenMigrations()).isZero();
    String alone =
        "{apiVersion: batch/v1, kind: Job, metadata: {name: migrate}, spec: {template: {spec:"
            + " {containers: [{image: x, command: [rails, 'db:migrate']}]}}}}\n";
    assertThat(Given.rollout(alone).provenMigrations()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          WAIT                                                         | true  | true  | false
          image: kubectl, command: [kubectl, wait, job/gone]           | false | false | false
          image: x, command: [ls]                                      | false | false | true
          image: i, command: [rails, 'db:abort_if_pending_migrations'] | false | true  | false
          """)
  void podsAreHeldByAGate(String gate, boolean gated, boolean held, boolean ungated) {
    Rollout rollout = rollout(gate.replace("WAIT", WAIT), "", "");
    Link link = rollout.links().iterator().next();
    assertThat(link.isGated()).isEqualTo(gated);
    assertThat(rollout.polledBy(link.job()).isPresent()).isEqualTo(gated);
    assertThat(link.holdsPods()).isEqualTo(held);
    assertThat(rollout.startsUngated(link)).isEqualTo(ungated);
  }

  @ParameterizedTest
  @CsvSource({
    "shop-migrations, shop, true",
    "shop, shop, true",
    "shop, envoy, false",
  })
  void imagesOfOneApplicationAreReleasedTogether(String migrates, String serves, boolean expected) {
    Rollout rollout = rollout(WAIT, "", "");
    Link link = rollout.links().iterator().next();
    assertThat(
            link.runTogether(
                Containers.container("{image: " + migrates + "}"),
                Containers.container("{image: " + serves + "}")))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {annotations: {kustomize.toolkit.fluxcd.io/force: Enabled}}   |                              | true
          {annotations: {kustomize.toolkit.fluxcd.io/force: enabled}}   |                              | true
          {labels: {kustomize.toolkit.fluxcd.io/force: ENABLED}}        |                              | true
          {annotations: {kustomize.toolkit.fluxcd.io/force: Disabled}}  |                              | false
          {labels: {a: b}}                                              |                              | false
          {labels: {a: b}}                                              | {force: true}                | true
          {labels: {a: b}}                                              | {force: false}               | false
          """)
  void fluxForces(String metadata, String kustomization, boolean expected) {
    String flux =
        kustomization == null
            ? ""
            : "---\n{apiVersion: kustomize.toolkit.fluxcd.io/v1, kind: Kustomization, metadata: {name:"
                + " k}, spec: "
                + kustomization
                + "}\n";
    Rollout rollout = Given.rollout(job("batch/v1", metadata) + flux);
    assertThat(rollout.fluxForces(rollout.migrations().get(0))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {force: true, path: ./apps/shop}   | true
          {force: true, path: other/shop}    | true
          {force: false, path: ./apps/shop}  | false
          {force: true, path: ./apps}        | false
          {force: true, path: /}             | false
          {force: true}                      | false
          """)
  void soDoesAFluxKustomizationOfAnotherBuildThatMayApplyTheJob(String spec, boolean expected) {
    Resource flux =
        Given.resource(
            "{apiVersion: kustomize.toolkit.fluxcd.io/v1, kind: Kustomization, metadata: {name: k},"
                + " spec: "
                + spec
                + "}");
    Resource kustomization =
        Given.resource("k8s\\apps/shop/kustomization.yaml", "{resources: [job.yaml]}");
    PackageFiles files =
        Given.files(List.of(new KustomizationFile(kustomization, List.of())), List.of(flux), true);
    Rollout rollout = Given.rollout(job("batch/v1", "{labels: {a: b}}"), Optional.of(files));
    assertThat(rollout.fluxForces(rollout.migrations().get(0))).isEqualTo(expected);
    Rollout loose =
        Given.rollout(
            job("batch/v1", "{labels: {a: b}}"),
            Optional.of(Given.files(List.of(), List.of(flux), true)));
    assertThat(loose.fluxForces(loose.migrations().get(0))).isFalse();
  }

  @Test
  void theDatabaseOfAMigrationIsThatOfItsFirstContainer() {
    Rollout rollout =
        Given.rollout(
            """
            {apiVersion: batch/v1, kind: Job, metadata: {name: migrate}, spec: {template: {spec:
             {containers: [{image: x, command: [rails, 'db:migrate'], env: [{name: DATABASE_URL, value: 'postgres://db/shop'}]}]}}}}
            """);
    MigrationJob job = rollout.migrations().get(0);
    assertThat(rollout.database(job).map(DatabaseIdentity::settings))
        .contains(List.of("DATABASE_URL"));
    assertThat(rollout.database(Given.job("m", "{containers: []}"))).isEmpty();
    assertThat(rollout.jobNames()).containsExactly("migrate");
  }

  private static String job(String apiVersion, String metadata) {
    return "{apiVersion: "
        + apiVersion
        + ", kind: Job, metadata: {name: migrate, "
        + metadata.substring(1)
        + ", spec: {template: {spec: {containers: [{image: x, command: [rails, 'db:migrate']}]}}}}\n";
  }

  private static Rollout rollout(String gate, String pod, String rbac) {
    return Given.rollout(manifests(gate, pod, rbac));
  }

  private static String manifests(String gate, String pod, String rbac) {
    String roles =
        switch (rbac) {
          case "ALLOWED" -> ALLOWED;
          case "UNKNOWN" ->
              ALLOWED.replace("{kind: Role, name: r}", "{kind: ClusterRole, name: v}");
          default -> "";
        };
    return """
    {apiVersion: batch/v1, kind: Job, metadata: {name: shop-migrate, namespace: shop},
     spec: {template: {spec: {containers: [{image: 'shop:1', command: [rails, 'db:migrate']}]}}}}
    ---
    {apiVersion: apps/v1, kind: Deployment, metadata: {name: shop, namespace: shop},
     spec: {template: {spec: {initContainers: [{name: gate, %s}], containers: [{image: 'shop:1'}]%s}}}}
    """
            .formatted(gate, pod)
        + roles;
  }
}
