package dev.migrationgate.pattern.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
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
        "until false; do W && exit 0; sleep 1; done",
        "a; W && exit 0; exit 1",
        "a; W && exit; false",
        "{ W; }",
        "if a; then W; fi",
        "W || false",
        "W || { false; }",
        "W || { echo a; return 3; }; b",
        "set -o pipefail; W | tee log",
        "set -o errexit; W; b",
        "set -x; set -e; W; b",
        "if a; then b; elif W; then c; else exit 2; fi",
        "while ! W; do :; done",
        "while [ \"$(a)\" != 1 ]; do :; done; W",
        "until a && W; do :; done",
        "until nc -z db 5432 && W; do sleep 1; done; server",
        "while ! a || ! W; do :; done; server",
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
        "W && exit 1; b",
        "W && exit 0; b",
        "W && a; false; b",
        "while W; do sleep 1; done",
        "while a && W; do sleep 1; done; server",
        "W || exit 0",
        "W || exit",
        "W || { echo a; }; exit 1",
        "W ||",
        "set --errexit; W; b",
        "set -u; W; b",
        "echo -e; W; b",
        "set -e; W | tee log",
        "if a; then W; fi; b",
        "if a; then b; elif W; then c; fi",
        "{ W; }; b",
      })
  void goesOn(String script) {
    assertThat(survives(script)).isTrue();
  }

  @Test
  void aShellThatStopsAtErrorsDoesNotGoOn() {
    assertThat(survives("W; b", true)).isFalse();
    assertThat(survives("W && a; b", true)).isTrue();
    assertThat(survives("W || true", true)).isTrue();
  }

  private static boolean survives(String script) {
    return survives(script, false);
  }

  private static boolean survives(String script, boolean stopsAtErrors) {
    List<ShellCommand> commands = ShellCommand.parse(script);
    for (int i = 0; i < commands.size(); i++) {
      if (commands.get(i).program().equals("W")) {
        return new ExitStatus(commands, stopsAtErrors).survivesFailureOf(i);
      }
    }
    throw new AssertionError("no W in " + script);
  }
}
