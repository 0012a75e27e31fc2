package dev.migrationgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.golden.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is tagged needs the shells themselves, which .ci/run installs. */
class CompletionCommandTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void everyShellCompletesCommandsOptionsAndRules(String shell) {
    Run run = Run.of(new byte[0], "completion", shell);
    assertThat(run.exitCode()).isZero();
    assertThat(run.text()).contains("render", "explain", "gate-wrong-job", "format", "json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  @Tag("shells")
  void theShellReadsIt(String shell) throws Exception {
    assertThat(output(shell, "-n", script(shell).toString())).isEmpty();
  }

  @Test
  @Tag("shells")
  void bashCompletes() throws Exception {
    String completing =
        "source "
            + script("bash")
            + "; COMP_WORDS=(migration-gate rules --format ''); COMP_CWORD=3;"
            + " _complete_migration-gate; echo \"${COMPREPLY[@]}\"";
    assertThat(output("bash", "-c", completing).split("\\s+")).contains("text", "json");
  }

  @Test
  @Tag("shells")
  void fishCompletes() throws Exception {
    String completing = "complete -C 'migration-gate explain gate-m'";
    assertThat(output("fish", "-c", "source " + script("fish") + "; " + completing).split("\\s+"))
        .contains("gate-missing", "gate-mode")
        .doesNotContain("gate-race");
  }

  @Test
  void anUnknownShellIsRefused() {
    Run run = Run.of(new byte[0], "completion", "tcsh");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.report()).hasLineCount(1).contains("tcsh", "bash, zsh, fish");
  }

  private Path script(String shell) throws IOException {
    return Files.write(
        folder.resolve("completion." + shell), Run.of(new byte[0], "completion", shell).output());
  }

  private static String output(String... command) throws Exception {
    Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
