package dev.migrationgate.pattern.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.krm.ManifestReader;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.yaml.SourceText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each deliverer orders by itself: a Job and a Deployment, by their annotations alone. */
class DeliveryOrderTest {

  @ParameterizedTest(name = "Job [{0}] Deployment [{1}]: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # hooks
          argocd.argoproj.io/hook: PreSync                        |                                                   | before
          argocd.argoproj.io/hook: PreSync,PostSync               |                                                   | before
          argocd.argoproj.io/hook: 'Sync, PreSync'                |                                                   | before
          argocd.argoproj.io/hook: PostSync                       |                                                   | after
          argocd.argoproj.io/hook: Sync                           |                                                   | none
          argocd.argoproj.io/hook: Skip                           |                                                   | none
          argocd.argoproj.io/hook: SyncFail                       |                                                   | none
          argocd.argoproj.io/hook: PreSync                        | argocd.argoproj.io/hook: PreSync                  | none
          argocd.argoproj.io/hook: PreSync                        | argocd.argoproj.io/hook: PostSync                 | before
          argocd.argoproj.io/hook: Sync                           | argocd.argoproj.io/sync-wave: '1'                 | before
          # waves
                                                                  |                                                   | none
          argocd.argoproj.io/sync-wave: '-1'                      |                                                   | before
          argocd.argoproj.io/sync-wave: '1'                       | argocd.argoproj.io/sync-wave: '2'                 | before
          argocd.argoproj.io/sync-wave: '2'                       | argocd.argoproj.io/sync-wave: '2'                 | none
          argocd.argoproj.io/sync-wave: '10'                      | argocd.argoproj.io/sync-wave: '9'                 | after
                                                                  | argocd.argoproj.io/sync-wave: '-1'                | after
          argocd.argoproj.io/sync-wave: early                     |                                                   | none
          # Helm's hooks, as Argo CD reads them
          helm.sh/hook: 'pre-install,pre-upgrade'                 |                                                   | before
          helm.sh/hook: pre-upgrade                               |                                                   | before
          helm.sh/hook: 'post-install,pre-upgrade'                |                                                   | before
          helm.sh/hook: 'post-install, post-upgrade'              |                                                   | after
          helm.sh/hook: test                                      |                                                   | none
          helm.sh/hook: crd-install                               |                                                   | none
          {argocd.argoproj.io/hook: PostSync, helm.sh/hook: pre-upgrade} |                                            | after
          {argocd.argoproj.io/hook: Skip, helm.sh/hook: pre-upgrade}     |                                            | none
          {argocd.argoproj.io/sync-wave: '3', helm.sh/hook: pre-upgrade} |                                            | before
          helm.sh/hook-weight: '-1'                               |                                                   | before
          # other deliverers' words
          kapp.k14s.io/change-group: x                            | kapp.k14s.io/change-rule: upsert after upserting x | none
          """)
  void argoCd(String job, String workload, String expected) {
    check(Deliverer.ARGOCD, job, workload, expected);
  }

  @ParameterizedTest(name = "Job [{0}] Deployment [{1}]: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          helm.sh/hook: 'pre-install,pre-upgrade'     |                               | before
          helm.sh/hook: 'post-install,pre-upgrade'    |                               | before
          helm.sh/hook: 'post-install,post-upgrade'   |                               | after
          helm.sh/hook: post-upgrade                  |                               | after
          helm.sh/hook: pre-delete                    |                               | none
          helm.sh/hook: pre-rollback                  |                               | none
          helm.sh/hook: not-pre-install               |                               | none
          helm.sh/hook-weight: '-1'                   |                               | none
                                                      |                               | none
          {helm.sh/hook: pre-upgrade, helm.sh/hook-weight: '-1'} | helm.sh/hook: pre-upgrade | before
          {helm.sh/hook: pre-upgrade, helm.sh/hook-weight: '1'}  | helm.sh/hook: pre-upgrade | none
          helm.sh/hook: pre-upgrade                   | helm.sh/hook: pre-upgrade     | none
          helm.sh/hook: pre-upgrade                   | helm.sh/hook: post-upgrade    | before
          helm.sh/hook: pre-upgrade                   | helm.sh/hook: 'pre-upgrade,post-upgrade' | none
          helm.sh/hook: pre-upgrade                   | helm.sh/hook: test            | none
          helm.sh/hook: post-upgrade                  | helm.sh/hook: test            | none
          argocd.argoproj.io/hook: PreSync            |                               | none
          """)
  void helm(String job, String workload, String expected) {
    check(Deliverer.HELM, job, workload, expected);
  }

  @ParameterizedTest(name = "Job [{0}] Deployment [{1}]: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kapp.k14s.io/change-group: x.com/db               | kapp.k14s.io/change-rule: upsert after upserting x.com/db    | before
          kapp.k14s.io/change-group: x.com/db               | kapp.k14s.io/change-rule: upsert after upserting x.com/db-2  | none
          kapp.k14s.io/change-group: x.com/db               | kapp.k14s.io/change-rule: delete before deleting x.com/db    | none
          kapp.k14s.io/change-group.two: x.com/db           | kapp.k14s.io/change-rule.a: upsert after upserting x.com/db  | before
          'kapp.k14s.io/change-group: x.com/{name}'         | kapp.k14s.io/change-rule: upsert after upserting x.com/migrate | before
          'kapp.k14s.io/change-group: x.com/{namespace}-db' | 'kapp.k14s.io/change-rule: upsert after upserting x.com/{namespace}-db' | before
          kapp.k14s.io/change-rule: upsert before upserting x.com/app | kapp.k14s.io/change-group: x.com/app               | before
          kapp.k14s.io/change-rule: upsert after upserting x.com/app  | kapp.k14s.io/change-group: x.com/app               | after
          argocd.argoproj.io/hook: PreSync                  |                                                              | none
          """)
  void kapp(String job, String workload, String expected) {
    check(Deliverer.KAPP, job, workload, expected);
  }

  @ParameterizedTest(name = "Job [{0}] Deployment [{1}]: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # kpt goes on once the Job has started, and waits for a Deployment
                     | config.kubernetes.io/depends-on: batch/namespaces/shop/Job/migrate    | none
          config.kubernetes.io/depends-on: apps/namespaces/shop/Deployment/shop       |      | after
          config.kubernetes.io/depends-on: apps/namespaces/shop/Deployment/cache      |      | none
          config.kubernetes.io/depends-on: '/namespaces/shop/Service/x, apps/namespaces/shop/Deployment/shop' | | after
          """)
  void kpt(String job, String workload, String expected) {
    check(Deliverer.KPT, job, workload, expected);
  }

  @ParameterizedTest(name = "{0}: Job [{1}] Deployment [{2}]: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ARGOCD  | argocd.argoproj.io/hook: PreSync        |                                                        | true
          ARGOCD  |                                         |                                                        | false
          HELM    | helm.sh/hook: pre-upgrade               |                                                        | false
          KPT     |                                         | config.kubernetes.io/depends-on: batch/namespaces/shop/Job/migrate | true
          KPT     | config.kubernetes.io/depends-on: apps/namespaces/shop/Deployment/shop |                          | false
          KAPP    | kapp.k14s.io/change-group: x.com/db     | kapp.k14s.io/change-rule: upsert after upserting x.com/db | true
          """)
  void isToldByAnnotations(Deliverer deliverer, String job, String workload, boolean expected) {
    List<Resource> two = read(job, workload);
    DeliveryOrder order = new DeliveryOrder(deliverer, new Resources(two));
    assertThat(order.isTold(two.get(0), two.get(1))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "Job [{0}] Deployment [{1}]: {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      textBlock =
          """
          argocd.argoproj.io/hook: PreSync                  | none                                                      | an Argo CD PreSync hook
          argocd.argoproj.io/sync-wave: '2'                 | none                                                      | Argo CD sync wave 2 after 0
          helm.sh/hook: test                                | none                                                      | none
          kapp.k14s.io/change-group: x.com/db               | kapp.k14s.io/change-rule: upsert after upserting x.com/db | a kapp change rule
          kapp.k14s.io/change-rule: upsert after upserting x.com/app | kapp.k14s.io/change-group: x.com/app             | a kapp change rule
          config.kubernetes.io/depends-on: apps/namespaces/shop/Deployment/shop | none                                  | config.kubernetes.io/depends-on: apps/namespaces/shop/Deployment/shop
          none                                              | none                                                      | none
          """)
  void anyDialectMayTell(String job, String workload, String expected) {
    List<Resource> two = read(job, workload);
    assertThat(DeliveryOrder.inAnyDialect(two.get(0), two.get(1)))
        .isEqualTo(Optional.ofNullable(expected));
  }

  @ParameterizedTest(name = "{0}: {1} before {2} at first")
  @CsvSource({
    "HELM, helm.sh/hook: pre-upgrade, none",
    "HELM, helm.sh/hook: pre-install, before",
    "ARGOCD, helm.sh/hook: pre-upgrade, before",
  })
  void theFirstDeliveryIsNoUpgrade(Deliverer deliverer, String job, String expected) {
    List<Resource> two = read(job, "");
    DeliveryOrder order = new DeliveryOrder(deliverer, new Resources(two));
    assertThat(order.beforeAtFirst(two.get(0), two.get(1)).isPresent() ? "before" : "none")
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "Job [{0}] Deployment [{1}]: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          argocd.argoproj.io/hook: PreSync    |                                                           | before
          argocd.argoproj.io/hook: PostSync   |                                                           | after
          kapp.k14s.io/change-group: x.com/db | kapp.k14s.io/change-rule: upsert after upserting x.com/db | before
          helm.sh/hook: pre-upgrade           |                                                           | before
          """)
  void whereNobodyTellsWhoDeliversArgoCdAndKappAreHeeded(
      String job, String workload, String expected) {
    check(Deliverer.UNKNOWN, job, workload, expected);
  }

  @Test
  void fluxAndKubectlHeedNobodysAnnotations() {
    for (Deliverer deliverer : List.of(Deliverer.FLUX, Deliverer.KUBECTL)) {
      check(deliverer, "argocd.argoproj.io/hook: PreSync", "", "none");
      check(deliverer, "helm.sh/hook: post-upgrade", "", "none");
    }
  }

  @Test
  void helmRunsItsHooksOneByOne() {
    List<Resource> two = read("helm.sh/hook: pre-upgrade", "helm.sh/hook: pre-upgrade");
    assertThat(
            new DeliveryOrder(Deliverer.HELM, new Resources(two)).separates(two.get(0), two.get(1)))
        .isTrue();
    assertThat(
            new DeliveryOrder(Deliverer.ARGOCD, new Resources(two))
                .separates(two.get(0), two.get(1)))
        .isFalse();
  }

  // --- Flux

  private static final String DEPENDS = "{dependsOn: [{name: schema}], path: ./apps/shop}";

  @ParameterizedTest(name = "schema {0}, app {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {path: ./apps/schema, wait: true}                                     | {path: apps/shop/, dependsOn: [{name: schema}]} | before
          {path: ./apps/schema, healthChecks: [{kind: Job, name: migrate}]}     | {path: apps/shop, dependsOn: [{name: schema}]}  | before
          {path: ./apps/schema, healthChecks: [{kind: Job, name: other}]}       | {path: apps/shop, dependsOn: [{name: schema}]}  | none
          {path: ./apps/schema}                                                 | {path: apps/shop, dependsOn: [{name: schema}]}  | none
          {path: ./apps/schema, wait: true}                                     | {path: apps/shop}                               | none
          {path: ./apps/schema, wait: true}                                     | {path: apps/shop, dependsOn: [{name: schema, namespace: elsewhere}]} | none
          {path: ./apps, wait: true}                                            | {path: apps/other, dependsOn: [{name: schema}]} | none
          {path: ./elsewhere, wait: true}                                       | {path: apps/shop, dependsOn: [{name: schema}]}  | none
          """)
  void flux(String schema, String app, String expected) {
    List<Resource> all =
        resources(
            kustomization("schema", schema),
            kustomization("app", app),
            manifest("batch/v1", "Job", "migrate", path("k8s/apps/schema/job.yaml")),
            manifest("apps/v1", "Deployment", "shop", path("k8s/apps/shop/deployment.yaml")));
    assertThat(order(new DeliveryOrder(Deliverer.FLUX, new Resources(all)), all.get(2), all.get(3)))
        .isEqualTo(expected);
  }

  @Test
  void fluxDependsOnReachesThroughOthersAndEndsInCircles() {
    List<Resource> all =
        resources(
            kustomization("schema", "{path: apps/schema, wait: true, dependsOn: [{name: app}]}"),
            kustomization("middle", "{path: apps/middle, dependsOn: [{name: schema}]}"),
            kustomization("app", "{path: apps/shop, dependsOn: [{name: middle}]}"));
    FluxKustomizations flux = new FluxKustomizations(new Resources(all));
    assertThat(flux.dependsOn(all.get(2), all.get(0))).isTrue();
    assertThat(flux.dependsOn(all.get(1), all.get(2))).isTrue();
    assertThat(flux.dependsOn(all.get(0), all.get(0))).isTrue();
  }

  @Test
  void fluxLabelsSayWhoseAResourceIs() {
    List<Resource> all =
        resources(
            kustomization("schema", "{path: apps/schema}"),
            kustomization("app", DEPENDS),
            manifest(
                "batch/v1",
                "Job",
                "migrate",
                "labels: {kustomize.toolkit.fluxcd.io/name: app,"
                    + " kustomize.toolkit.fluxcd.io/namespace: flux-system}, "
                    + path("apps/schema/job.yaml")));
    assertThat(new FluxKustomizations(new Resources(all)).ownerOf(all.get(2)).map(Resource::name))
        .contains("app");
  }

  // --- helpers

  private static void check(Deliverer deliverer, String job, String workload, String expected) {
    List<Resource> two = read(job, workload);
    assertThat(order(new DeliveryOrder(deliverer, new Resources(two)), two.get(0), two.get(1)))
        .isEqualTo(expected);
  }

  private static String order(DeliveryOrder order, Resource job, Resource workload) {
    Optional<String> before = order.before(job, workload);
    Optional<String> after = order.after(job, workload);
    assertThat(before.isPresent() && after.isPresent()).isFalse();
    return before.isPresent() ? "before" : after.isPresent() ? "after" : "none";
  }

  private static List<Resource> read(String job, String workload) {
    return resources(
        manifest("batch/v1", "Job", "migrate", annotations(job)),
        manifest("apps/v1", "Deployment", "shop", annotations(workload)));
  }

  private static String annotations(String text) {
    if (text == null || text.isEmpty()) {
      return "annotations: {}";
    }
    if (text.startsWith("{")) {
      return "annotations: " + text;
    }
    int colon = text.indexOf(": ");
    String value = text.substring(colon + 2).replace("'", "");
    return "annotations: {" + text.substring(0, colon) + ": '" + value + "'}";
  }

  private static String path(String file) {
    return "annotations: {config.kubernetes.io/path: " + file + "}";
  }

  private static String manifest(String apiVersion, String kind, String name, String metadata) {
    return "apiVersion: %s\nkind: %s\nmetadata: {name: %s, namespace: shop, %s}\n"
        .formatted(apiVersion, kind, name, metadata);
  }

  private static String kustomization(String name, String spec) {
    return """
    apiVersion: kustomize.toolkit.fluxcd.io/v1
    kind: Kustomization
    metadata: {name: %s, namespace: flux-system}
    spec: %s
    """
        .formatted(name, spec);
  }

  private static List<Resource> resources(String... manifests) {
    String stream = String.join("---\n", manifests);
    return ManifestReader.read(new SourceText("test.yaml", stream)).resources();
  }
}
