package dev.migrationgate.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a script goes on although {@code W}, the command that waits, has failed. */
class ExitStatusTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "W",
        "set -e\nW\necho done",
        "set -euo pipefail\nW | tee log\necho done",
        "W && echo done",
        "W || exit 1",
        "W || { echo failed; exit 1; }",
        "W || (echo failed && exit 1)",
        "if ! W; then exit 1; fi",
        "if W; then echo done; else exit 1; fi",
        "until W; do sleep 1; done\necho done",
        "while ! W; do sleep 1; done\necho done",
        "while true; do W && break; sleep 1; done\necho done",
        "while :; do if W; then exit 0; fi; sleep 1; done",
        "for i in 1 2 3; do W && exit 0; sleep 1; done\nexit 1",
      })
  void failsWithIt(String script) {
    assertThat(survives(script)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "W || true",
        "W; exit 0",
        "W\necho done",
        "W &",
        "W | tee log",
        "W || echo failed",
        "W && echo done; echo bye",
        "if W; then echo done; fi",
        "set -e\nW && echo done\necho bye",
        "for i in 1 2 3; do W && break; sleep 1; done\necho done",
      })
  void goesOn(String script) {
    assertThat(survives(script)).isTrue();
  }

  private static boolean survives(String script) {
    List<ShellCommand> commands = ShellCommand.parse(script);
    for (int i = 0; i < commands.size(); i++) {
      if (commands.get(i).program().equals("W")) {
        return new ExitStatus(commands, false).survivesFailureOf(i);
      }
    }
    throw new AssertionError("no W in " + script);
  }
}
