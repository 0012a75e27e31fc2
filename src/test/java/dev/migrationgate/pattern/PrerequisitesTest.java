package dev.migrationgate.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.pattern.migration.MigrationJob;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of the input a Job needs before it can run. */
class PrerequisitesTest {
  private static final String INPUT =
      """
      {apiVersion: v1, kind: Namespace, metadata: {name: shop}}
      ---
      {apiVersion: v1, kind: Namespace, metadata: {name: migrator}}
      ---
      {apiVersion: v1, kind: ServiceAccount, metadata: {name: migrator, namespace: shop}}
      ---
      {apiVersion: v1, kind: ServiceAccount, metadata: {name: migrator, namespace: other}}
      ---
      {apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: reader, namespace: shop}}
      ---
      {apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: reads, namespace: shop},
       subjects: [{kind: User, name: migrator}, {kind: ServiceAccount, name: migrator}], roleRef: {kind: Role, name: reader}}
      ---
      {apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: other, namespace: shop},
       subjects: [{kind: User, name: migrator}], roleRef: {kind: Role, name: reader}}
      ---
      {apiVersion: v1, kind: ConfigMap, metadata: {name: settings, namespace: shop}}
      ---
      {apiVersion: bitnami.com/v1alpha1, kind: SealedSecret, metadata: {name: shop-db, namespace: shop}}
      ---
      {apiVersion: v1, kind: Service, metadata: {name: shop-db, namespace: shop}}
      ---
      {apiVersion: v1, kind: Secret, metadata: {name: registry, namespace: shop}}
      ---
      {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data, namespace: shop}}
      ---
      {apiVersion: apps/v1, kind: StatefulSet, metadata: {name: db, namespace: shop},
       spec: {serviceName: db-headless, template: {spec: {containers: [{image: 'postgres:17'}]}}}}
      ---
      {apiVersion: v1, kind: Service, metadata: {name: db, namespace: shop}}
      ---
      {apiVersion: v1, kind: Service, metadata: {name: db-headless, namespace: shop}}
      ---
      {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: shop},
       spec: {template: {spec: {containers: [{image: 'shop:1'}]}}}}
      ---
      {apiVersion: apps/v1, kind: StatefulSet, metadata: {name: db, namespace: other},
       spec: {template: {spec: {containers: [{image: 'postgres:17'}]}}}}
      """;

  private static final List<String> DATABASE =
      List.of("Service db", "Service db-headless", "StatefulSet db");

  @Test
  void aDatabaseAndTheNamespaceAreNeededByAll() {
    List<String> needed = new ArrayList<>(List.of("Namespace shop"));
    needed.addAll(DATABASE);
    assertThat(names(of("{containers: [{}]}", "shop"))).isEqualTo(needed);
    assertThat(names(of("{containers: [{}]}", "other"))).containsExactly("StatefulSet db");
  }

  @Test
  void aServiceAccountComesWithItsRoles() {
    assertThat(names(of("{serviceAccountName: migrator, containers: [{}]}", "shop")))
        .containsSubsequence("ServiceAccount migrator", "Role reader", "RoleBinding reads")
        .doesNotContain("RoleBinding other", "Namespace migrator")
        .hasSize(7);
    assertThat(names(ofPod("{serviceAccountName: migrator, containers: [{}]}")))
        .containsExactly("ServiceAccount migrator");
    assertThat(names(ofPod("{containers: [{}]}"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          containers: [{envFrom: [{configMapRef: {name: settings OPT}}]}]                              | ConfigMap settings
          containers: [{envFrom: [{secretRef: {name: shop-db OPT}}]}]                                  | SealedSecret shop-db
          initContainers: [{envFrom: [{secretRef: {name: shop-db OPT}}]}], containers: []              | SealedSecret shop-db
          containers: [{env: [{name: A}, {name: B, valueFrom: {configMapKeyRef: {name: settings, key: b OPT}}}]}] | ConfigMap settings
          containers: [{env: [{name: B, valueFrom: {secretKeyRef: {name: shop-db, key: b OPT}}}]}]     | SealedSecret shop-db
          containers: [], volumes: [{configMap: {name: settings OPT}}]                                 | ConfigMap settings
          containers: [], volumes: [{secret: {secretName: shop-db OPT}}]                               | SealedSecret shop-db
          """)
  void whatThePodNamesIsNeededToStartUnlessItIsOptional(String spec, String needed) {
    String must = "{" + spec.replace(" OPT", "") + "}";
    String may = "{" + spec.replace(" OPT", ", optional: true") + "}";
    assertThat(names(ofPod(must))).containsExactly(needed);
    assertThat(names(ofPod(may))).isEmpty();
    assertThat(names(of(must, "shop"))).contains(needed);
    assertThat(names(of(may, "shop"))).contains(needed);
    assertThat(names(of(must, "other"))).doesNotContain(needed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {containers: [], volumes: [{persistentVolumeClaim: {claimName: data}}]} | PersistentVolumeClaim data
          {containers: [], imagePullSecrets: [{name: registry}]}                  | Secret registry
          """)
  void volumesAndPullSecretsAreNeverOptional(String spec, String needed) {
    assertThat(names(ofPod(spec))).containsExactly(needed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /namespaces/shop/ConfigMap/settings                                     | ConfigMap settings
          apps/namespaces/shop/StatefulSet/db, /namespaces/shop/Service/db        | StatefulSet db, Service db
          rbac.authorization.k8s.io/Role/reader                                   | Role reader
          Role/reader                                                             |
          /namespaces/shop/ConfigMap/gone                                         |
          """)
  void dependsOnNamesMore(String annotation, String expected) {
    Resources resources =
        Given.resources(
            INPUT
                + "---\n{apiVersion: batch/v1, kind: Job, metadata: {name: m, namespace: shop,"
                + " annotations: {config.kubernetes.io/depends-on: '"
                + annotation
                + "'}}}\n");
    Resource job = resources.of("batch", "Job").get(0);
    assertThat(String.join(", ", names(new Prerequisites(resources).annotated(job))))
        .isEqualTo(expected == null ? "" : expected);
  }

  private static List<Resource> of(String spec, String namespace) {
    MigrationJob job = job(spec, namespace);
    return new Prerequisites(Given.resources(INPUT)).of(job);
  }

  private static List<Resource> ofPod(String spec) {
    return new Prerequisites(Given.resources(INPUT)).ofPod(job(spec, "shop"));
  }

  private static MigrationJob job(String spec, String namespace) {
    return Given.migration(
        "{apiVersion: batch/v1, kind: Job, metadata: {name: migrate, namespace: "
            + namespace
            + "}, spec: {template: {spec: "
            + spec
            + "}}}");
  }

  private static List<String> names(List<Resource> resources) {
    List<String> names = new ArrayList<>();
    for (Resource resource : resources) {
      names.add(resource.kind() + " " + resource.name());
    }
    return names;
  }
}
