package dev.migrationgate.pattern.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Given;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a Job runs as soon as it is there, and how often. */
class SuspensionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          metadata: {name: m}, spec: {}                                          | false | false | false
          metadata: {name: m}, spec: {suspend: true}                             | true  | false | false
          metadata: {name: m}, spec: {suspend: false}                            | false | false | false
          metadata: {name: m}, spec: {parallelism: 0}                            | true  | false | false
          metadata: {name: m}, spec: {parallelism: 1, completions: 1}            | false | false | false
          metadata: {name: m}, spec: {completions: 0}                            | false | true  | false
          metadata: {name: m}, spec: {managedBy: kueue.x-k8s.io/multikueue}      | false | false | true
          metadata: {labels: {a: b, kueue.x-k8s.io/queue-name: q}}               | false | false | true
          metadata: {annotations: {kueue.x-k8s.io/queue-name: q}}                | false | false | true
          metadata: {labels: {queue-name: q}, annotations: {x/queue-names: q}}   | false | false | false
          """)
  void isTold(String fields, boolean holds, boolean skips, boolean queued) {
    Resource job = Given.resource("{apiVersion: batch/v1, kind: Job, " + fields + "}");
    assertThat(Suspension.holds(job)).as("holds").isEqualTo(holds);
    assertThat(Suspension.skips(job)).as("skips").isEqualTo(skips);
    assertThat(Suspension.isQueued(job)).as("queued").isEqualTo(queued);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                            | 1 | 1 | false
          {parallelism: 3}                                              | 3 | 3 | false
          {completions: 4}                                              | 1 | 4 | false
          {completions: 2, parallelism: 3, completionMode: Indexed}     | 2 | 2 | true
          {completions: 4, parallelism: 3, completionMode: NonIndexed}  | 3 | 4 | false
          """)
  void podsAreCounted(String spec, long atOnce, long inAll, boolean indexed) {
    JobRuns runs = JobRuns.of(Given.resource("{kind: Job, spec: " + spec + "}"));
    assertThat(runs.atOnce()).isEqualTo(atOnce);
    assertThat(runs.inAll()).isEqualTo(inAll);
    assertThat(runs.indexed()).isEqualTo(indexed);
  }
}
