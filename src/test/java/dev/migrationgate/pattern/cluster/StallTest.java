package dev.migrationgate.pattern.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Given;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keeps the old pods of a workload. */
class StallTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Deployment  | {paused: true}                                          | paused: true keeps the old pods running
          Rollout     | {paused: true}                                          | paused: true keeps the old pods running
          Deployment  | {paused: false}                                         |
          StatefulSet | {paused: true}                                          |
          StatefulSet | {updateStrategy: {type: OnDelete}}                      | updateStrategy OnDelete keeps the old pods until somebody deletes them
          DaemonSet   | {updateStrategy: {type: OnDelete}}                      | updateStrategy OnDelete keeps the old pods until somebody deletes them
          Deployment  | {updateStrategy: {type: OnDelete}}                      |
          StatefulSet | {updateStrategy: {rollingUpdate: {partition: 1}}}       | partition 1 keeps the old pods of the ordinals below it
          StatefulSet | {updateStrategy: {rollingUpdate: {partition: 0}}}       |
          DaemonSet   | {updateStrategy: {rollingUpdate: {partition: 1}}}       |
          StatefulSet | {updateStrategy: {type: RollingUpdate}}                 |
          CronJob     | {paused: true}                                          |
          """)
  void isTold(String kind, String spec, String effect) {
    Resource workload = Given.resource("{kind: " + kind + ", spec: " + spec + "}");
    Optional<Stall> stall = Stall.of(workload);
    assertThat(stall.map(Stall::effect)).isEqualTo(Optional.ofNullable(effect));
    if (stall.isPresent()) {
      assertThat(workload.root().at(stall.get().keys())).isPresent();
    }
  }
}
