package dev.migrationgate.substitute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrationgate.golden.Run;
import dev.migrationgate.krm.InvalidInput;
import dev.migrationgate.krm.ManifestReader;
import dev.migrationgate.krm.Manifests;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.yaml.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What variables may add to an input, as far as it goes and one step past it. */
class AllowanceTest {
  /** What each use of the long variable adds, and so many of them there may be. */
  private static final int ADDED = 1_000;

  private static final int USES = 64;
  private static final String LONG = "${LONG}";

  @Test
  void asMuchAsThereMayBe() {
    assertThat(resolved(LONG.repeat(USES), "").length()).isEqualTo((ADDED + LONG.length()) * USES);
    // What does not grow the text takes nothing of it.
    resolved(LONG.repeat(USES), "${E}${E} $${LONG}");
  }

  @Test
  void oneMore() {
    refused(LONG.repeat(USES), "${ONE}");
    refused(LONG.repeat(USES + 1), "");
  }

  /** They are not put in, and still read, or made and thrown away. */
  @Test
  void whatIsReadCountsToo() {
    refused("${#LONG}".repeat(USES + 1), "");
    refused("${E:-${LONG:0:1}}".repeat(USES + 1), "");
    refused("${FULL:-${LONG}}".repeat(USES + 1), "");
    refused("${FULL//x/${LONG}}".repeat(USES + 1), "");
  }

  @Test
  void aRunEndsWithOneLine() {
    String uses = LONG.repeat(Allowance.MOST_ADDED / ADDED + 1);
    Run run = Run.function(input(uses, ""));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.output()).isEmpty();
    assertThat(run.report())
        .isEqualTo(
            "migration-gate: stdin:14: ConfigMap a: variables grow this input past 67108864 characters in data.a;"
                + " use a shorter value, or use it less often\n");
  }

  @Test
  void thePageNamesTheLimit() throws IOException {
    assertThat(Files.readString(Path.of("docs/limits.md")))
        .contains(String.format(Locale.ROOT, "| %,d characters |", Allowance.MOST_ADDED))
        .contains(String.format(Locale.ROOT, "| %,d characters |", Replacing.MAX_LENGTH));
  }

  private static void refused(String first, String second) {
    assertThatThrownBy(() -> resolved(first, second))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("variables grow this input past");
  }

  private static String resolved(String first, String second) {
    Manifests manifests = ManifestReader.read(new SourceText("stdin", input(first, second)));
    Variables variables = Variables.of(manifests, VariableSettings.DEFAULT);
    Substitution substitution =
        new Substitution(
            manifests, variables, VariableSettings.DEFAULT, new Allowance(ADDED * USES));
    String last = "";
    for (Resource resource : manifests.resources()) {
      last = substitution.resolve(resource).resource().root().text("data", "a").orElse(last);
    }
    return last;
  }

  private static String input(String first, String second) {
    return String.join(
        "\n",
        "apiVersion: v1",
        "kind: ConfigMap",
        "metadata: {name: deployment-variables}",
        "data:",
        "  LONG: " + "a".repeat(ADDED + LONG.length()),
        "  ONE: seven-8",
        "  FULL: full",
        "  E: ''",
        "---",
        "apiVersion: v1",
        "kind: ConfigMap",
        "metadata: {name: a}",
        "data:",
        "  a: \"" + first + "\"",
        "  b: \"" + second + "\"",
        "");
  }
}
