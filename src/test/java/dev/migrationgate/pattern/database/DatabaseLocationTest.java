package dev.migrationgate.pattern.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.pattern.Given;
import dev.migrationgate.pattern.gate.Workload;
import dev.migrationgate.pattern.migration.MigrationJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which workload of the input a Job's settings lead to. */
class DatabaseLocationTest {
  private static final String INPUT =
      """
      {apiVersion: v1, kind: Service, metadata: {name: db, namespace: shop}, spec: {selector: {app: db, role: primary}}}
      ---
      {apiVersion: v1, kind: Service, metadata: {name: any, namespace: shop}, spec: {selector: {role: primary}}}
      ---
      {apiVersion: v1, kind: Service, metadata: {name: external, namespace: shop}, spec: {externalName: x}}
      ---
      {apiVersion: v1, kind: Service, metadata: {name: nobody, namespace: shop}, spec: {selector: {role: primary, app: gone}}}
      ---
      {apiVersion: v1, kind: Service, metadata: {name: half, namespace: shop}, spec: {selector: {app: db, tier: cache}}}
      ---
      {apiVersion: v1, kind: Service, metadata: {name: db, namespace: data}, spec: {selector: {app: db}}}
      ---
      {apiVersion: apps/v1, kind: StatefulSet, metadata: {name: main, namespace: shop},
       spec: {template: {metadata: {labels: {app: db, role: primary}}, spec: {containers: []}}}}
      ---
      {apiVersion: apps/v1, kind: StatefulSet, metadata: {name: cache, namespace: shop},
       spec: {template: {metadata: {labels: {tier: cache, role: primary}}, spec: {containers: []}}}}
      ---
      {apiVersion: apps/v1, kind: StatefulSet, metadata: {name: far, namespace: data},
       spec: {template: {metadata: {labels: {app: db}}, spec: {containers: []}}}}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [{name: DB_HOST, value: db}]                                          | main
          [{name: DB_HOST, value: db.shop}]                                     | main
          [{name: DB_HOST, value: db.data.svc.cluster.local}]                   | far
          [{name: DATABASE_URL, value: 'postgres://u@db:5432/shop'}]            | main
          [{name: DB_NAME, value: shop}, {name: DB_HOST, value: db.data}]       | far
          [{name: DB_HOST, value: db.elsewhere}]                                |
          [{name: DB_HOST, value: any}]                                         |
          [{name: DB_HOST, value: external}]                                    |
          [{name: DB_HOST, value: nobody}]                                      |
          [{name: DB_HOST, value: half}]                                        |
          [{name: APP_HOST, value: db}]                                         |
          [{name: DB_HOST, valueFrom: {secretKeyRef: {name: gone, key: host}}}] |
          [{name: DB_HOST, value: ''}]                                          |
          """)
  void isTheOneBehindTheService(String variables, String workload) {
    Resources resources = Given.resources(INPUT);
    List<Workload> workloads = new ArrayList<>();
    for (Resource resource : resources.of("apps", "StatefulSet")) {
      workloads.add(Given.workload(resource));
    }
    MigrationJob job =
        Given.migration(
            "{apiVersion: batch/v1, kind: Job, metadata: {name: m, namespace: shop}, spec:"
                + " {template: {spec: {containers: [{name: a}, {name: b, env: "
                + variables
                + "}]}}}}");
    assertThat(new DatabaseLocation(resources, workloads).of(job).map(peer -> peer.owner().name()))
        .isEqualTo(Optional.ofNullable(workload));
  }
}
