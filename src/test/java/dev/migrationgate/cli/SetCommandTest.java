package dev.migrationgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.golden.Run;
import dev.migrationgate.yaml.SourceText;
import dev.migrationgate.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetCommandTest {
  private static final String HEAD =
      """
      # Written by the pipeline.
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: deployment-variables
      data:
      """;

  @TempDir private Path folder;

  @Test
  void onlyTheValueChanges() throws IOException {
    Path file =
        write(
            "k8s/variables.yaml",
            HEAD
                + "  # the release\n"
                + "  IMAGE_TAG: \"v1.2.2\" # {\"$imagepolicy\": \"flux-system:shop:tag\"}\n"
                + "  OTHER: v1.2.2\n");
    Run run = set("IMAGE_TAG=v1.2.3", folder);
    assertThat(run.exitCode()).isZero();
    assertThat(run.report()).isEmpty();
    assertThat(run.text()).isEqualTo(file + ":8: IMAGE_TAG: v1.2.2 -> v1.2.3\n");
    assertThat(file)
        .hasContent(
            HEAD
                + "  # the release\n"
                + "  IMAGE_TAG: \"v1.2.3\" # {\"$imagepolicy\": \"flux-system:shop:tag\"}\n"
                + "  OTHER: v1.2.2\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "v1        | v2      | v2",
        "v1        | 1.10    | \"1.10\"",
        "1.9       | 1.10    | \"1.10\"",
        "v1        | 12e45   | \"12e45\"",
        "v1        | on      | \"on\"",
        "'v1'      | 1.10    | '1.10'",
        "'v1'      | it's    | 'it''s'",
        "\"v1\"    | 1.10    | \"1.10\"",
        "v1 # why  | v2      | v2 # why",
        "!!str 1   | v2      | !!str v2",
        "&tag v1   | v2      | &tag v2",
        "~         | v2      | v2",
        "\"v1\"    | a\"b    | \"a\\\"b\"",
      })
  void quotesAreKept(String old, String value, String expected) throws IOException {
    Path file = write("variables.yaml", HEAD + "  NAME: " + old.strip() + "\n  Z: 1\n");
    assertThat(set("NAME=" + value.strip(), folder).exitCode()).isZero();
    assertThat(file).hasContent(HEAD + "  NAME: " + expected.strip() + "\n  Z: 1\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "  NAME:\n",
        "  NAME: |\n    v1\n",
        "  NAME: >-\n    v1\n    v2\n\n",
        "  NAME: \"v\\\n    1\"\n",
        "  ? NAME\n  : v1\n",
        "  {NAME: v1, Z: y}\n",
        "  NAME: v1",
        "  \"NAME\": \"v1\"\r\n  Z: y\r\n"
      })
  void whateverTheStyleEveryParserReadsTheValue(String data) throws IOException {
    for (String value : new String[] {"v2", "1.10", "a: b", "[x]", "#x", "a,b", "ünï", "-", "~"}) {
      String before = HEAD + data;
      Path file = write("variables.yaml", before);
      assertThat(set("NAME=" + value, folder).exitCode()).isZero();
      String after = Files.readString(file);
      assertThat(YamlReader.read(new SourceText("", after)).get(0).root().scalar("data", "NAME"))
          .hasValueSatisfying(scalar -> {
            assertThat(scalar.value()).isEqualTo(value);
            assertThat(scalar.isRetyped()).isFalse();
          });
      assertThat(after).startsWith(HEAD).contains(data.contains("Z") ? "Z: y" : "NAME");
      assertThat(after.endsWith("\n")).isEqualTo(before.endsWith("\n"));
      assertThat(after.contains("\r\n")).isEqualTo(before.contains("\r\n"));
    }
  }

  @Test
  void aKeyWithoutAPlaceForAValueIsLeftAlone() throws IOException {
    Path file = write("variables.yaml", HEAD + "  Z: y\n  ? IMAGE_TAG\n");
    Run run = set("IMAGE_TAG=v2", folder);
    refused(
        run,
        ":8: IMAGE_TAG cannot be written as it stands here without changing what else the file"
            + " says; write IMAGE_TAG: \"\" in its place and set it again; nothing was written");
    assertThat(run.report().lines()).hasSize(1);
    assertThat(file).hasContent(HEAD + "  Z: y\n  ? IMAGE_TAG\n");
  }

  @Test
  void aValueThatWasNoStringIsQuotedNow() throws IOException {
    Path file = write("variables.yaml", HEAD + "  IMAGE_TAG: 1.10\n");
    Run run = set("IMAGE_TAG=1.10", folder);
    assertThat(run.text())
        .isEqualTo(
            file
                + ":7: IMAGE_TAG: 1.10 already; now in quotes, since YAML parsers read it as no"
                + " string\n");
    assertThat(file).hasContent(HEAD + "  IMAGE_TAG: \"1.10\"\n");
  }

  @Test
  void nothingToChange() throws IOException {
    Path file = write("variables.yaml", HEAD + "  IMAGE_TAG: v1\n");
    var time = Files.getLastModifiedTime(file);
    Run run = set("IMAGE_TAG=v1", folder);
    assertThat(run.exitCode()).isZero();
    assertThat(run.text()).isEqualTo(file + ":7: IMAGE_TAG: v1 already\n");
    assertThat(set("IMAGE_TAG=v1", folder, "--if-different").exitCode()).isEqualTo(3);
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(time);
    assertThat(set("IMAGE_TAG=v2", folder, "--if-different").exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1+build", "-v1", ".v1", "v 1", "v1/2", "v1:2", "\u00fc", "{{tag}}"})
  void aTagThatNoRegistryTakesIsRefused(String tag) throws IOException {
    Path file = write("variables.yaml", HEAD + "  IMAGE_TAG: v1\n");
    refused(set("IMAGE_TAG=" + tag, folder), "outside the grammar of image tags");
    assertThat(file).hasContent(HEAD + "  IMAGE_TAG: v1\n");
  }

  @Test
  void soIsOneOfAnotherNameThatStandsInAnImage() throws IOException {
    write("variables.yaml", HEAD + "  RELEASE: v1\n");
    assertThat(set("RELEASE=v1+b", folder).exitCode()).isZero();
    write(
        "deployment.yaml",
        "kind: Deployment\nspec: {template: {spec: {containers: [{image: 'a/b:${RELEASE}'}]}}}\n");
    refused(set("RELEASE=v2+b", folder), "outside the grammar of image tags");
    refused(set("RELEASE=" + "v".repeat(129), folder), "outside the grammar of image tags");
  }

  @Test
  void emptyAndSeveralLines() throws IOException {
    Path file = write("variables.yaml", HEAD + "  IMAGE_TAG: v1\n  OTHER: x\n");
    refused(set("IMAGE_TAG=", folder), "IMAGE_TAG: the new value is empty; nothing was written");
    refused(set("OTHER=a\nb", folder), "OTHER: the new value is not one line");
    assertThat(file).hasContent(HEAD + "  IMAGE_TAG: v1\n  OTHER: x\n");
  }

  @Test
  void aTagThatNamesWillNotTakeIsWarnedOf() throws IOException {
    write("variables.yaml", HEAD + "  IMAGE_TAG: v1\n");
    Run run = set("IMAGE_TAG=V1.2_x", folder);
    assertThat(run.exitCode()).isZero();
    assertThat(run.report())
        .matches(
            "warning: IMAGE_TAG: \"V1.2_x\" is not legal in the name of a resource and becomes"
                + " \"v1.2-x-[0-9a-f]{8}\" there; images keep it as it is\n");
  }

  @Test
  void severalDeclarationsAreNamed() throws IOException {
    Path dev = write("overlays/dev/variables.yaml", HEAD + "  IMAGE_TAG: v1\n");
    Path prod = write("overlays/prod/variables.yaml", HEAD + "  IMAGE_TAG: v0\n");
    Run run = set("IMAGE_TAG=v2", folder);
    refused(
        run,
        "IMAGE_TAG is declared in 2 places: "
            + dev
            + ":7 (ConfigMap deployment-variables), "
            + prod
            + ":7 (ConfigMap deployment-variables); name the file that is meant");
    assertThat(set("IMAGE_TAG=v2", dev).exitCode()).isZero();
    assertThat(dev).content().contains("IMAGE_TAG: v2");
    assertThat(prod).content().contains("IMAGE_TAG: v0");
    Run both = set("IMAGE_TAG=v3", dev.getParent(), prod.toString());
    assertThat(both.text()).hasLineCount(2);
    assertThat(dev).content().contains("IMAGE_TAG: v3");
    assertThat(prod).content().contains("IMAGE_TAG: v3");
  }

  @Test
  void anOverlayLeadsToItsBase() throws IOException {
    Path base = write("base/variables.yaml", HEAD + "  IMAGE_TAG: v1\n");
    write("base/kustomization.yaml", "resources: [variables.yaml]\n");
    write("overlays/prod/kustomization.yaml", "resources: [../../base]\n");
    assertThat(set("IMAGE_TAG=v2", folder.resolve("overlays/prod")).exitCode()).isZero();
    assertThat(base).content().contains("IMAGE_TAG: v2");
  }

  @Test
  void whatTheConfigurationExcludesIsNotRead() throws IOException {
    Path file = write("k8s/variables.yaml", HEAD + "  IMAGE_TAG: v1\n");
    Path excluded = write("rendered/all.yaml", HEAD + "  IMAGE_TAG: v0\n");
    refused(set("IMAGE_TAG=v2", folder), "IMAGE_TAG is declared in 2 places");
    write(
        ".migration-gate.yaml",
        "apiVersion: fn.migrationgate.dev/v1alpha1\nkind: MigrationGate\n"
            + "metadata: {name: m}\nspec: {exclude: [rendered]}\n");
    assertThat(set("IMAGE_TAG=v2", folder).exitCode()).isZero();
    assertThat(file).content().contains("IMAGE_TAG: v2");
    assertThat(excluded).content().contains("IMAGE_TAG: v0");
  }

  @Test
  void theConfigurationOfTheProjectSaysWhereToo() throws IOException {
    Path file = write("k8s/release.yaml", HEAD.replace("deployment-", "") + "  IMAGE_TAG: v1\n");
    write(".migration-gate.yaml", "variables: {from: [{configMap: variables}]}\n");
    assertThat(set("IMAGE_TAG=v2", folder.resolve("k8s")).exitCode()).isZero();
    assertThat(file).content().contains("IMAGE_TAG: v2");
  }

  @Test
  void aLoopOfLinksEnds() throws IOException {
    Path file = write("k8s/variables.yaml", HEAD + "  IMAGE_TAG: v1\n");
    Files.createSymbolicLink(file.resolveSibling("again"), folder);
    assertThat(set("IMAGE_TAG=v2", folder).exitCode()).isZero();
    assertThat(file).content().contains("IMAGE_TAG: v2");
  }

  @Test
  void noneIsRefused() throws IOException {
    write("variables.yaml", HEAD + "  IMAGE_TAG: v1\n");
    refused(
        set("RELEASE=v1", folder),
        folder + ": nothing declares RELEASE; declare it in ConfigMap deployment-variables");
    refused(
        set("IMAGE_TGA=v1", folder.resolve("variables.yaml")), "or set IMAGE_TAG, which is there");
    Path other = write("other.yaml", HEAD.replace("deployment-", "other-") + "  RELEASE: v1\n");
    refused(
        set("RELEASE=v2", folder),
        "nothing declares RELEASE (ConfigMap other-variables in "
            + other
            + ":7 does, but spec.variables.from of the functionConfig does not name it)");
    refused(set("IMAGE_TAG=v2", folder.resolve("nowhere")), "no such file or folder");
  }

  @Test
  void theFunctionConfigSaysWhere() throws IOException {
    write("variables.yaml", HEAD + "  IMAGE_TAG: v1\n");
    Path release = write("release.yaml", HEAD.replace("deployment-", "") + "  IMAGE_TAG: v1\n");
    String config =
        """
        apiVersion: fn.migrationgate.dev/v1alpha1
        kind: MigrationGate
        metadata: {name: migration-gate}
        spec:
          variables:
            from: [{configMap: variables}]
        """;
    write("migration-gate.yaml", config);
    assertThat(set("IMAGE_TAG=v2", folder).exitCode()).isZero();
    assertThat(release).content().contains("IMAGE_TAG: v2");
    assertThat(folder.resolve("variables.yaml")).content().contains("IMAGE_TAG: v1");
    Path elsewhere = write("elsewhere/config.yaml", config.replace("variables}", "nothing}"));
    refused(set("IMAGE_TAG=v3", release, "--config", elsewhere.toString()), "in ConfigMap nothing");
  }

  @Test
  void generatorsAndTheFunctionConfigDeclareToo() throws IOException {
    Path kustomization =
        write(
            "kustomization.yaml",
            "configMapGenerator:\n- name: deployment-variables\n  literals:\n"
                + "  - IMAGE_TAG=v1 # released\n  - IMAGE_TAG_OLD=v0\n");
    assertThat(set("IMAGE_TAG=v2", folder).text()).contains("IMAGE_TAG: v1 -> v2");
    assertThat(kustomization).content().contains("- IMAGE_TAG=v2 # released\n", "_OLD=v0");
    Path config =
        write(
            "other/migration-gate.yaml",
            "apiVersion: fn.migrationgate.dev/v1alpha1\nkind: MigrationGate\n"
                + "metadata: {name: m}\nspec: {variables: {values: {IMAGE_TAG: v1}}}\n");
    assertThat(set("IMAGE_TAG=1.5", config).exitCode()).isZero();
    assertThat(config).content().contains("{IMAGE_TAG: \"1.5\"}");
  }

  @Test
  void theValueOfASecretIsNeverPrinted() throws IOException {
    write(
        "migration-gate.yaml",
        "apiVersion: fn.migrationgate.dev/v1alpha1\nkind: MigrationGate\n"
            + "metadata: {name: m}\nspec: {variables: {from: [{secret: keys}]}}\n");
    String old = Base64.getEncoder().encodeToString("hunter-one".getBytes(StandardCharsets.UTF_8));
    Path file =
        write(
            "secret.yaml",
            "apiVersion: v1\nkind: Secret\nmetadata: {name: keys}\ndata:\n  PASS_TAG: "
                + old
                + "\nstringData:\n  OTHER: hunter-three\n");
    Run run = set("PASS_TAG=Hunter-Two", folder);
    assertThat(run.exitCode()).isZero();
    assertThat(run.text()).isEqualTo(file + ":5: PASS_TAG: changed; the value is a Secret's\n");
    silent(run);
    String expected =
        Base64.getEncoder().encodeToString("Hunter-Two".getBytes(StandardCharsets.UTF_8));
    assertThat(file).content().contains("PASS_TAG: " + expected + "\n");
    silent(set("PASS_TAG=Hunter-Two", folder));
    silent(set("PASS_TAG=hunter two", folder));
    silent(set("OTHER=hunter-four", folder));
    assertThat(file).content().contains("OTHER: hunter-four\n");
  }

  private static void silent(Run run) {
    assertThat((run.text() + run.report()).toLowerCase(java.util.Locale.ROOT))
        .isNotEmpty()
        .doesNotContain("hunter");
  }

  @Test
  void encryptedFilesAreLeftToSops() throws IOException {
    write("variables.yaml", HEAD + "  IMAGE_TAG: ENC[x]\nsops:\n  mac: ENC[y]\n");
    refused(set("IMAGE_TAG=v1", folder), "variables.yaml:7: IMAGE_TAG is encrypted by SOPS");
  }

  @Test
  void filesThatAreNoYamlArePassedOverAloud() throws IOException {
    write("variables.yaml", HEAD + "  IMAGE_TAG: v1\n");
    write("chart/templates/x.yaml", "image: {{ .Values.image }}:${IMAGE_TAG}\n a: {{- end }}\n");
    Run run = set("IMAGE_TAG=v2", folder);
    assertThat(run.exitCode()).isZero();
    assertThat(run.report()).hasLineCount(1).startsWith("not read: ").contains("no YAML");
    refused(set("IMAGE_TAG=v3", folder.resolve("chart/templates/x.yaml")), "no YAML");
  }

  @Test
  void permissionsAndLinksStay() throws IOException {
    Path file = write("real/variables.yaml", HEAD + "  IMAGE_TAG: v1\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    Path link = Files.createDirectories(folder.resolve("linked")).resolve("variables.yaml");
    Files.createSymbolicLink(link, Path.of("../real/variables.yaml"));
    assertThat(set("IMAGE_TAG=v2", link).exitCode()).isZero();
    assertThat(link).isSymbolicLink();
    assertThat(file).content().contains("IMAGE_TAG: v2");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
    // Both paths lead to one file, which is one declaration.
    assertThat(set("IMAGE_TAG=v3", link, file.toString()).text()).hasLineCount(1);
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @ParameterizedTest
  @CsvSource({"IMAGE_TAG", "=v1", "IMAGE-TAG=v1", "1TAG=v1"})
  void wrongUsage(String assignment) {
    Run run = set(assignment, folder);
    refused(run, "; see migration-gate set --help");
  }

  private static void refused(Run run, String message) {
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.text()).isEmpty();
    assertThat(run.report()).hasLineCount(1).startsWith("migration-gate: ").contains(message);
  }

  private static Run set(String assignment, Path path, String... more) {
    List<String> args =
        Stream.concat(Stream.of("set", assignment, path.toString()), Arrays.stream(more)).toList();
    return Run.of(new byte[0], args.toArray(new String[0]));
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
