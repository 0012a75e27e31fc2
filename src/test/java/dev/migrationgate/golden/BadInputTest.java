package dev.migrationgate.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.Main;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be used is refused: one line that says why, a non-zero exit code, and no output. */
class BadInputTest {
  private static final String SERVICE =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: bookings
      """;

  private static final String LIST =
      """
      apiVersion: config.kubernetes.io/v1
      kind: ResourceList
      items: []
      """;

  @Test
  void anExpressionInsideBracketsWithoutQuotes() {
    refused(
        SERVICE + "  labels: {version: ${IMAGE_TAG}}\n", "inside brackets a ${…} must be quoted");
  }

  @Test
  void aValueTwiceInBraces() {
    // Meant for values, and one may be a password: it is not named.
    Run run = refused(SERVICE + "  labels: {hunter2, hunter2}\n", "duplicate key, first in line");
    assertThat(run.report()).doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n", " \r\n\t\n"})
  void empty(String input) {
    refused(input, "stdin: empty input; give it a ResourceList or YAML manifests");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: b: c\n",
        "{\"a\": [1, 2\n",
        "a: \"b\nc: d\n",
        "a: \"\\q\"\n",
        "a: \"\\u",
        "a: \"\\x4",
        "- a\nb: c\n",
        "a: [b, c]]\n",
        "a: @b\n",
        "a: `b`\n",
        "key: |\n text\nmore\n",
        "<!DOCTYPE html>\n<html lang=\"en\">\n<p>error: not found: x</p>\n"
      })
  void notYaml(String input) {
    Run run = refused(input, "this is no YAML: ");
    assertThat(run.report()).matches("migration-gate: stdin:\\d+:\\d+: .*\n");
  }

  @Test
  void oneBadDocumentInAStream() {
    String input = SERVICE + "---\nports: [80,\n---\n" + SERVICE.replace("bookings", "invoices");
    refused(input, "stdin:7:1: this is no YAML");
  }

  @Test
  void notUtf8() {
    byte[] latin1 = "metadata:\n  name: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
    refused(latin1, "stdin: byte 21 is not UTF-8; convert the input to UTF-8");
    byte[] utf16 = "a: b\n".getBytes(StandardCharsets.UTF_16);
    refused(utf16, "stdin: byte 0 is not UTF-8");
    byte[] cutOff = {'a', ':', ' ', (byte) 0xE2, (byte) 0x82};
    refused(cutOff, "stdin: byte 3 is not UTF-8");
  }

  @ParameterizedTest
  @ValueSource(ints = {0x00, 0x07, 0x1b})
  void controlCharacters(int character) {
    String input = "a: \"b" + (char) character + "\"\n";
    refused(input, String.format("the character U+%04X at position 5", character));
  }

  @Test
  void duplicateKeysSayThatADashLineMayBeLost() {
    refused(
        SERVICE + SERVICE,
        "stdin:5:1: duplicate key \"apiVersion\", first in line 1; remove one of them, or put the ---"
            + " back that got lost where files were joined");
  }

  @Test
  void duplicateKeysAreThoseOfOneMapping() {
    refused("metadata:\n  labels: {a: b, c: d, \"a\": e}\n", "stdin:2:24: duplicate key \"a\"");
    assertThat(Run.function("a: {b: 1}\nc: {b: 1}\n").exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"metadata:\n\tname: a\n", "metadata:\n  name: a\n\tlabels: {}\n"})
  void tabs(String input) {
    refused(input, "(TAB)");
    refused(input, "; indent with spaces");
  }

  @Test
  void aliases() {
    refused("a: *b\n", "stdin:1:4: an alias without an anchor before it");
    refused("a: &a [*a]\n", "stdin:1:8: an alias without an anchor before it");
    refused("a: &a\n  b: *a\n", "stdin:2:6: an alias without an anchor before it");
    refused("a: &x 1\n---\nb: *x\n", "stdin:3:4: an alias without an anchor before it");
  }

  @Test
  @Timeout(20)
  void bombs() {
    StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 10; i++) {
      String alias = "*a" + (i - 1);
      laughs.append("a").append(i).append(": &a").append(i).append(" [");
      laughs.append((alias + ", ").repeat(9)).append(alias).append("]\n");
    }
    refused(laughs.toString(), "aliases grow this input past 1000000 nodes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? "})
  @Timeout(20)
  void deepNesting(String opening) {
    refused(opening.repeat(20_000) + "x", "nested deeper than 1000 levels");
  }

  @Test
  @Timeout(20)
  void deepEnough() {
    String flow = SERVICE + "spec: " + "[".repeat(990) + "]".repeat(990) + "\n";
    assertThat(Run.function(flow).text()).isEqualTo(flow);

    StringBuilder block = new StringBuilder(SERVICE).append("spec:\n");
    for (int i = 1; i < 990; i++) {
      block.append(" ".repeat(i)).append("a:\n");
    }
    assertThat(Run.function(block.toString()).text()).isEqualTo(block.toString());
  }

  @Test
  void resourceLists() {
    String head = "apiVersion: config.kubernetes.io/v1\nkind: ResourceList\n";
    refused(head, "stdin: the ResourceList has no items; hosts would delete everything");
    refused(head + "items: {}\n", "stdin:3:8: items of the ResourceList is no list");
    refused(head + "items: none\n", "stdin:3:8: items of the ResourceList is no list");
    refused(
        LIST.replace("/v1", "/v2"), "apiVersion \"config.kubernetes.io/v2\" of the ResourceList");
    refused("kind: ResourceList\nitems: []\n", "apiVersion \"\" of the ResourceList");
    refused(LIST + "---\n" + SERVICE, "a ResourceList must be the only document of its input");
    refused(SERVICE + "---\n" + LIST, "a ResourceList must be the only document of its input");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "variabels: {}               | unknown field spec.variabels; did you mean spec.variables?",
        "variables: {form: []}       | spec.variables.form; did you mean spec.variables.from?",
        "variables: {values: {A: 1}} | spec.variables.values.A is no string to a YAML parser",
        "variables: {values: {A-B: x}} | \"A-B\" cannot name a variable",
        "variables: {undefined: ask} | undefined must be error, keep or empty",
        "variables: []               | spec.variables is no mapping",
        "deliverer: fluxx            | spec.deliverer is \"fluxx\"; it must be auto, flux, argocd",
        "order: yes please           | spec.order is \"yes please\"; it must be true or false",
        "require: -1                 | spec.require is \"-1\"; it must be a whole number",
        "fix: [job-force-anotation]  | did you mean job-force-annotation?",
        "fix: [destructive-command]  | spec.fix asks for destructive-command, and that rule has no fix",
        "rules: {job-backof-limit: {severity: info}} | did you mean job-backoff-limit?",
        "rules: {gate-race: {severity: fatal}} | is \"fatal\"; it must be error, warning, info",
        "rules: {gate-race: {sverity: info}} | did you mean spec.rules.gate-race.severity?",
        "migrations: [{jobs: a}]     | unknown field spec.migrations[0].jobs; did you mean",
        "migrations: [{job: a, workloads: [a]}] | holds \"a\"; write Kind/NAME"
      })
  void functionConfig(String specAndMessage) {
    String[] parts = specAndMessage.split(" \\| ");
    String config =
        "functionConfig:\n  apiVersion: fn.migrationgate.dev/v1alpha1\n  kind: MigrationGate\n"
            + "  spec:\n    "
            + parts[0].strip()
            + "\n";
    Run run = refused(LIST + config, parts[1].strip());
    assertThat(run.report()).startsWith("migration-gate: stdin:8: functionConfig: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delivrer: flux     | unknown option data.delivrer; did you mean data.deliverer?",
        "A-B: x             | data.A-B is no option, and cannot name a variable",
        "rules.gate-rase.severity: info | did you mean gate-race?",
        "rules.gate-race.sverity: info  | did you mean rules.gate-race.severity?",
        "order: maybe       | data.order is \"maybe\"; it must be true or false",
        "from: pod/x        | data.from holds \"pod/x\"; write configMap/NAME or secret/NAME"
      })
  void flatFunctionConfig(String dataAndMessage) {
    String[] parts = dataAndMessage.split(" \\| ");
    String config =
        "functionConfig:\n  apiVersion: v1\n  kind: ConfigMap\n  data:\n    "
            + parts[0].strip()
            + "\n";
    refused(LIST + config, parts[1].strip());
  }

  @Test
  void functionConfigOfAnotherKind() {
    refused(LIST + "functionConfig: {apiVersion: v1, kind: Secret}\n", "kind is \"Secret\"");
    refused(LIST + "functionConfig: text\n", "the functionConfig is no mapping");
    refused(
        LIST + "functionConfig: {apiVersion: fn.migrationgate.dev/v2, kind: MigrationGate}\n",
        "apiVersion is \"fn.migrationgate.dev/v2\"; it must be fn.migrationgate.dev/v1alpha1");
  }

  @Test
  void configFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("config.yaml");
    Files.writeString(file, "kind: [\n");
    refused(Run.of(bytes(SERVICE), file.toString()), "config.yaml:2:1: this is no YAML");
    Files.writeString(file, "apiVersion: v1\nkind: Secret\n");
    refused(Run.of(bytes(SERVICE), file.toString()), "config.yaml:2: functionConfig: kind is");
    Path missing = folder.resolve("missing.yaml");
    refused(Run.of(bytes(SERVICE), missing.toString()), "missing.yaml");
  }

  @Test
  void keysThatBecomeOne() {
    String input =
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: deployment-variables
        data:
          A: same
          B: same
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: bookings
        data:
          ${A}: x
          ${B}: y
        """;
    refused(input, "after substitution a key stands twice in data");
  }

  @Test
  void closedOutput() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode = Main.run(new String[0], input(SERVICE), closed, err, false);
    assertThat(exitCode).isNotZero();
    assertThat(err.toString(StandardCharsets.UTF_8))
        .endsWith("Broken pipe\n")
        .doesNotContain("Exception", "\tat ");
  }

  @Test
  void unreadableInput() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("Input/output error");
          }
        };
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    assertThat(Main.run(new String[0], broken, out, err, false)).isNotZero();
    assertThat(out.size()).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
  }

  private static Run refused(String input, String message) {
    return refused(bytes(input), message);
  }

  private static Run refused(byte[] input, String message) {
    return refused(Run.of(input), message);
  }

  private static Run refused(Run run, String message) {
    assertThat(run.report()).startsWith("migration-gate: ").contains(message).endsWith("\n");
    assertThat(run.report().lines()).hasSize(1);
    assertThat(run.report()).doesNotContain("Exception", "\tat ");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.output()).isEmpty();
    return run;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static InputStream input(String text) {
    return new ByteArrayInputStream(bytes(text));
  }
}
