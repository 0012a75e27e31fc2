package dev.migrationgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.golden.Run;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code check}: its options. */
class CheckCommandTest {
  private static final byte[] NOTHING = {};
  private static final String PACKAGE = "testdata/check/overlays/package";

  @Test
  void reportsAsJson() {
    Run run = Run.of(NOTHING, "check", "--format", "json", PACKAGE);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.report()).hasLineCount(1).contains("1 error");
    JsonNode report = JsonMapper.shared().readTree(run.text());
    assertThat(report.get("findings")).isNotEmpty();
  }

  @Test
  void failsOnWhatItIsToldTo() {
    assertThat(Run.of(NOTHING, "check", "--fail-on", "never", PACKAGE).exitCode()).isZero();
  }
}
