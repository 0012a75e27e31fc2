package dev.migrationgate.pattern.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.pattern.Given;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a workload tells of itself. */
class WorkloadTest {

  @ParameterizedTest
  @CsvSource({
    "apps/v1, Deployment, true",
    "extensions/v1beta1, Deployment, true",
    "apps/v1, StatefulSet, true",
    "apps/v1, DaemonSet, true",
    "apps/v1, ReplicaSet, true",
    "batch/v1, CronJob, true",
    "argoproj.io/v1alpha1, Rollout, true",
    "example.com/v1, Deployment, false",
    "example.com/v1, CronJob, false",
    "apps/v1, Rollout, false",
    "batch/v1, Job, false",
    "v1, Pod, false",
  })
  void isOneByItsKind(String apiVersion, String kind, boolean expected) {
    assertThat(
            Workload.isWorkload(
                Given.resource("{apiVersion: " + apiVersion + ", kind: " + kind + "}")))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Deployment  | replicas: 2                 | true  | 600
          Deployment  | replicas: 0                 | false | 600
          Deployment  | progressDeadlineSeconds: 90 | true  | 90
          Rollout     | progressDeadlineSeconds: 90 | true  | 90
          StatefulSet | progressDeadlineSeconds: 90 | true  |
          """)
  void isAwaitedForSoLong(String kind, String field, boolean awaited, Long deadline) {
    Workload workload =
        Given.workload(
            Given.resource(
                "{kind: " + kind + ", spec: {" + field + ", template: {spec: {containers: []}}}}"));
    assertThat(workload.isAwaited()).isEqualTo(awaited);
    assertThat(workload.progressDeadline())
        .isEqualTo(deadline == null ? OptionalLong.empty() : OptionalLong.of(deadline));
  }

  @Test
  void nobodyWaitsForACronJob() {
    assertThat(
            Given.workload(
                    Given.resource(
                        "{kind: CronJob, spec: {jobTemplate: {spec: {template: {spec: {}}}}}}"))
                .isAwaited())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {name: w, image: 'shop:2', command: [shop, wait-for-migrations]}          | w
          {name: w, image: shop, command: [shop, schema, check]}                    | w
          {name: w, image: shop, command: [sh, -c, 'sleep 1; shop migrations-ready']} | w
          {name: w, image: other, command: [shop, wait-for-migrations]}             |
          {name: w, image: shop, command: [shop, migrate]}                          |
          {name: w, image: shop, command: [shop, wait]}                             |
          {name: w, image: shop, command: [echo, 'wait for migrations']}            |
          {name: w, image: shop, command: [wait-for-it.sh, migrations-db, --check]} |
          """)
  void mayAskByACommandOfItsOwn(String init, String name) {
    Workload workload =
        Given.workload(
            "{initContainers: [{name: x, image: shop}, "
                + init
                + "], containers: [{image: envoy}, {image: 'shop:1'}]}");
    assertThat(workload.ownQuestion()).isEqualTo(Optional.ofNullable(name));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [rails, 'db:abort_if_pending_migrations']                       | true  | true
          [sh, -c, 'rails db:abort_if_pending_migrations; exit 0']        | false | true
          [kubectl, wait, job/x, --for=condition=complete]                | false | false
          """)
  void aGateMayAskTheDatabase(String command, boolean holds, boolean asks) {
    Workload workload =
        Given.workload("{initContainers: [{image: i, command: " + command + "}], containers: []}");
    assertThat(workload.schemaGate().isPresent()).isEqualTo(holds);
    assertThat(workload.asksDatabase()).isEqualTo(asks);
    assertThat(workload.polls()).hasSize(asks ? 0 : 1);
    assertThat(workload.hasGate()).isTrue();
    assertThat(Given.workload("{containers: []}").hasGate()).isFalse();
  }
}
