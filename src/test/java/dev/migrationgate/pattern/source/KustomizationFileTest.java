package dev.migrationgate.pattern.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.pattern.Given;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which order a kustomization puts what it builds, and what it must be called. */
class KustomizationFileTest {
  private static final Resources BUILT =
      Given.resources(
          """
          {apiVersion: v1, kind: Service, metadata: {name: s}}
          ---
          {apiVersion: batch/v1, kind: Job, metadata: {name: j}}
          ---
          {apiVersion: apps/v1, kind: Deployment, metadata: {name: d}}
          ---
          {apiVersion: apps/v1, kind: DaemonSet, metadata: {name: e}}
          """);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                                                      | Deployment | Job        | true
          {}                                                                                      | Job        | Deployment | false
          {}                                                                                      | DaemonSet  | Job        | false
          {}                                                                                      | Deployment | Service    | false
          {sortOptions: {order: fifo}}                                                            | Deployment | Job        | false
          {sortOptions: {order: fifo}}                                                            | Job        | Deployment | true
          {sortOptions: {order: fifo}}                                                            | Job        | Job        | false
          {sortOptions: {order: legacy}}                                                          | Deployment | Job        | true
          {sortOptions: {order: legacy, legacySortOptions: {orderFirst: [Service, Job]}}}         | Job        | Deployment | true
          {sortOptions: {order: legacy, legacySortOptions: {orderFirst: [Service, Job]}}}         | Service    | Job        | true
          {sortOptions: {order: legacy, legacySortOptions: {orderFirst: [Service, Job]}}}         | Job        | Service    | false
          {sortOptions: {order: legacy, legacySortOptions: {orderFirst: [Service, Job]}}}         | Deployment | Job        | false
          {sortOptions: {order: legacy, legacySortOptions: {orderLast: [Job, Deployment]}}}       | Job        | Deployment | true
          {sortOptions: {order: legacy, legacySortOptions: {orderLast: [Job, Deployment]}}}       | Service    | Job        | true
          {sortOptions: {order: legacy, legacySortOptions: {orderLast: [Job, Deployment]}}}       | Deployment | Job        | false
          {sortOptions: {order: legacy, legacySortOptions: {orderFirst: [Job], orderLast: [Deployment]}}} | Job | Deployment | true
          {sortOptions: {order: legacy, legacySortOptions: {orderFirst: [Job]}}}                  | Deployment | Service    | false
          {sortOptions: {order: legacy, legacySortOptions: {orderFirst: [Job]}}}                  | Service    | Deployment | false
          """)
  void sorts(String content, String one, String other, boolean before) {
    assertThat(file(content).sortsBefore(of(one), of(other))).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                                            |
          {apiVersion: kustomize.config.k8s.io/v1beta1, kind: Kustomization}            |
          {apiVersion: kustomize.config.k8s.io/v1alpha1, kind: Component}               |
          {kind: Component}                                                             |
          {apiVersion: v1, kind: Kustomization}                                         | kustomize.config.k8s.io/v1beta1
          {apiVersion: kustomize.config.k8s.io/v1beta1, kind: Component}                | kustomize.config.k8s.io/v1alpha1
          """)
  void hasOneApiVersionOrNone(String content, String wanted) {
    assertThat(file(content).wantedApiVersion()).isEqualTo(Optional.ofNullable(wanted));
  }

  private static Resource of(String kind) {
    for (Resource resource : BUILT) {
      if (resource.kind().equals(kind)) {
        return resource;
      }
    }
    throw new AssertionError(kind);
  }

  private static KustomizationFile file(String content) {
    return new KustomizationFile(Given.resource(content), List.of());
  }
}
