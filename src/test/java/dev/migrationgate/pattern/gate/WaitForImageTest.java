package dev.migrationgate.pattern.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.pattern.pod.Image;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a tag of k8s-wait-for tells of its release. */
class WaitForImageTest {

  @ParameterizedTest
  @CsvSource({
    "'', false, true, false",
    ":latest, false, true, false",
    ":v1.3, false, true, true",
    ":v1.6, true, true, true",
    ":v1.7, true, true, true",
    ":no-root-v1.7, true, true, false",
    ":v1.7-1, true, true, true",
    ":v1.70, false, true, true",
    ":v2.0, false, true, true",
    ":v2, false, true, true",
    ":no-root-v2.0, false, true, false",
    ":v2.1, false, false, true",
    ":v3.0, false, false, false",
    "@sha256:0123, false, false, false",
  })
  void aReleaseHasItsFaults(String tag, boolean never, boolean passes, boolean root) {
    Image image = Image.parse("groundnuty/k8s-wait-for" + tag);
    assertThat(WaitForImage.neverWaits(image)).as("never waits").isEqualTo(never);
    assertThat(WaitForImage.passesWithoutStatus(image)).as("without status").isEqualTo(passes);
    assertThat(WaitForImage.runsAsRoot(image)).as("as root").isEqualTo(root);
  }
}
