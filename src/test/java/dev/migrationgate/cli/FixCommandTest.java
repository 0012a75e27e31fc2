package dev.migrationgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.golden.Run;
import dev.migrationgate.golden.UnmendedPackage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The command fix, over files. */
class FixCommandTest {
  private static final String ANNOTATION = UnmendedPackage.ANNOTATION;

  @TempDir private Path folder;
  private Path job;
  private String unmended;

  @BeforeEach
  void write() throws IOException {
    UnmendedPackage written = UnmendedPackage.in(folder);
    job = written.job();
    unmended = written.text();
  }

  @Test
  void mendsInPlaceAndChangesNothingElse() throws IOException {
    Run run = fix(folder.toString());
    assertThat(run.exitCode()).as(run.text() + run.report()).isZero();
    String mended = Files.readString(job);
    assertThat(mended).contains("  annotations:\n" + ANNOTATION).contains("${IMAGE_TAG}");
    assertThat(mended.replace("  annotations:\n" + ANNOTATION, "")).isEqualTo(unmended);
    assertThat(run.text())
        .startsWith("mended:\n  info job-force-annotation " + job + ":")
        .endsWith("1 file changed; 1 finding mended, 0 not mended; 0 errors left\n");
  }

  @Test
  void onceMendedThereIsNothingToDo() throws IOException {
    fix(folder.toString());
    Run again = fix(folder.toString());
    assertThat(again.exitCode()).isZero();
    assertThat(again.text()).startsWith("0 files changed; ");
  }

  @Test
  void aDiffChangesNothing() throws IOException {
    Run run = fix("--diff", folder.toString());
    assertThat(run.exitCode()).isZero();
    assertThat(job).hasContent(unmended);
    assertThat(run.text())
        .isEqualTo(
            """
            --- a/JOB
            +++ b/JOB
            @@ -4,6 +4,8 @@
             metadata:
               name: bookings-migration-${IMAGE_TAG}
               namespace: bookings
            +  annotations:
            +    kustomize.toolkit.fluxcd.io/force: Enabled
             spec:
               backoffLimit: 0
               template:
            """
                .replace("JOB", job.toString()));
    assertThat(run.report()).startsWith("to be mended:\n").contains("1 file to change; ");
  }

  @Test
  void aDiffMasksSecretsAndKeepsLineEnds() throws IOException {
    String database =
        """
                  env:
                    - {name: DB_PASSWORD, value: correct-horse}
                    - {name: DATABASE_URL, value: "postgres://shop:battery@db/shop"}
        """;
    Files.writeString(
        job,
        unmended
            .replace("metadata:\n", "metadata:\n  labels: {url: \"x://u:staple@h\"}\n")
            .replace("          envFrom:", database + "          envFrom:")
            .replace("\n", "\r\n")
            .stripTrailing());
    Run run = fix("--diff", folder.toString());
    assertThat(run.text()).contains("url: \"x://***@h\"").doesNotContain("staple", "correct-horse");
    assertThat(run.text()).contains("+    kustomize.toolkit.fluxcd.io/force: Enabled\r\n");
    fix(folder.toString());
    String mended = Files.readString(job);
    assertThat(mended.replace("\r\n", "")).doesNotContain("\n");
    assertThat(mended).contains("correct-horse");
  }

  @Test
  void saysWhatItDidNotMendAndWhatIsLeft() throws IOException {
    String shared =
        unmended.replace("  namespace: bookings\n", "  namespace: bookings\n  annotations: *a\n");
    Files.writeString(
        job, shared.replace("metadata:\n", "metadata:\n  labels: &a {app: bookings}\n"));
    Run run = fix(folder.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.text())
        .contains("not mended:\n  error job-force-annotation ")
        .contains("not mended: the ")
        .contains("0 files changed; ");
  }

  @Test
  void goesAsFarAsItIsAsked() throws IOException {
    assertThat(fix("--rule", "job-force-annotation", folder.toString()).exitCode()).isZero();
    assertThat(Files.readString(job)).contains(ANNOTATION);
    Run unknown = fix("--rule", "job-force-anotation", folder.toString());
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.report())
        .contains("no rule \"job-force-anotation\"; did you mean job-force-annotation?");
    Run none = fix("--rule", "empty-variable", folder.toString());
    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.report()).contains("the rule empty-variable has no fix");
  }

  @Test
  void keepsPermissionsAndLinks() throws IOException {
    Path real = Files.createDirectory(folder.resolve(".real")).resolve("job.yaml");
    Files.move(job, real);
    Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-rw----"));
    Files.createSymbolicLink(job, real);
    assertThat(fix(folder.toString()).exitCode()).isZero();
    assertThat(Files.isSymbolicLink(job)).isTrue();
    assertThat(Files.readString(real)).contains(ANNOTATION);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real)))
        .isEqualTo("rw-rw----");
  }

  @Test
  void leavesPatchesAlone() throws IOException {
    String patch =
        """
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: bookings-migration
        spec:
          template:
            spec:
              containers:
                - name: migrate
                  resources: {}
        """;
    Path file = folder.resolve("patch.yaml");
    Files.writeString(file, patch);
    fix(folder.toString());
    assertThat(file).hasContent(patch);
  }

  @Test
  void insertsNoGateWhereAPatchMayHoldOne() throws IOException {
    Path kustomized = bareKustomization();
    Files.writeString(
        kustomized.resolve("kustomization.yaml"),
        """
        resources:
          - job.yaml
          - deployment.yaml
        patches:
          - path: gate.yaml
        """);
    Files.writeString(
        kustomized.resolve("gate.yaml"),
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: shop}
        spec:
          template:
            spec:
              initContainers:
                - name: wait
                  image: registry.k8s.io/kubectl:v1.33.4
                  args: [wait, --for=condition=complete, job/shop-migration-v1.4.0]
        """);
    String before = Files.readString(kustomized.resolve("deployment.yaml"));
    Run run = fix("--rule", "gate-missing", kustomized.toString());
    assertThat(run.text())
        .contains("not mended: the patch gate.yaml changes its initContainers")
        .contains("0 files changed;");
    assertThat(kustomized.resolve("deployment.yaml")).hasContent(before);
  }

  @Test
  void renamesNoJobThatAKustomizationNames() throws IOException {
    for (String naming :
        new String[] {
          "patches: [{target: {kind: Job, name: shop-migration}, patch: '[]'}]",
          "patches: [{patch: '{kind: Job, metadata: {name: shop-migration}}'}]",
          "images: [{name: registry.example.com/shop, newTag: v2}]",
          "replacements: [{source: {kind: ConfigMap, name: c}, targets: [{select: {kind: Job,"
              + " name: shop-migration}}]}]",
        }) {
      Path kustomized = bareKustomization();
      Path bare = kustomized.resolve("job.yaml");
      String text = Files.readString(bare).replace("shop-migration-v1.4.0", "shop-migration");
      Files.writeString(bare, text);
      Files.writeString(
          kustomized.resolve("kustomization.yaml"),
          "resources: [job.yaml, deployment.yaml]\n" + naming + "\n");
      Run run = fix("--rule", "job-name-unversioned", kustomized.toString());
      assertThat(run.text()).as(naming).contains("0 files changed;").contains("not mended: ");
      assertThat(bare).hasContent(text);
    }
  }

  @Test
  void addsToAFileOfJsonWhatStaysJson() throws IOException {
    Path kustomized = bareKustomization();
    Path json = kustomized.resolve("deployment.json");
    Files.delete(kustomized.resolve("deployment.yaml"));
    String container = "{\"name\": \"shop\", \"image\": \"registry.example.com/shop:v1.4.0\"}";
    String pretty =
        """
        {
          "apiVersion": "apps/v1",
          "kind": "Deployment",
          "metadata": {"name": "shop"},
          "spec": {
            "selector": {"matchLabels": {"app": "shop"}},
            "template": {
              "metadata": {"labels": {"app": "shop"}},
              "spec": {
                "containers": [
                  CONTAINER
                ]
              }
            }
          }
        }
        """
            .replace("CONTAINER", container);
    for (String text : new String[] {pretty, pretty.replaceAll("\\n *", "") + "\n"}) {
      Files.writeString(json, text);
      Run run = fix("--wire", kustomized.toString());
      assertThat(run.exitCode()).as(run.text() + run.report()).isZero();
      String mended = Files.readString(json);
      JsonNode list = new ObjectMapper().readTree(mended);
      assertThat(list.path("kind").asString()).isEqualTo("List");
      assertThat(list.path("items").valueStream().map(item -> item.path("kind").asString()))
          .containsExactly("Deployment", "Role", "RoleBinding");
      assertThat(mended.lines().count() > 1).isEqualTo(text.lines().count() > 1);
      assertThat(mended).contains(text.substring(0, 60));
      assertThat(fix("--wire", kustomized.toString()).text()).startsWith("0 files changed; ");
    }
  }

  @Test
  void aSharedFileIsMendedWhenTheBuildThatNamesItIs() throws IOException {
    Path job = twoOverlays("");
    Run run = fix("--rule", "job-name-unversioned", folder.resolve("overlays").toString());
    assertThat(run.text()).contains("2 files changed; ").contains(", 0 not mended; ");
    assertThat(job).content().contains("name: shop-migration-v1.4.0\n");
    assertThat(folder.resolve("overlays/second/d.yaml"))
        .content()
        .contains("job/shop-migration-v1.4.0");
  }

  @Test
  void mendsNoSharedFileToTheHarmOfAnotherBuild() throws IOException {
    for (String[] second :
        new String[][] {
          {"images: [{name: registry.example.com/shop, newTag: v2}]\n", "it would bring gate-"},
          {
            "patches: [{target: {kind: Job, name: shop-migration}, patch: '[]'}]\n",
            "the patch " + folder.resolve("overlays/second/kustomization.yaml") + " names Job"
          }
        }) {
      Path job = twoOverlays(second[0]);
      Run run = fix("--rule", "job-name-unversioned", folder.resolve("overlays").toString());
      assertThat(run.text())
          .contains("not mended: in " + folder.resolve("overlays/second") + " " + second[1])
          .contains("0 files changed; ");
      assertThat(job).content().contains("name: shop-migration\n");
    }
  }

  @Test
  void insertsNoGateWhereAPatchOfAnotherBuildMayHoldOne() throws IOException {
    Path base = bareKustomization();
    Files.writeString(
        base.resolve("kustomization.yaml"), "resources: [job.yaml, deployment.yaml]\n");
    Path plain = Files.createDirectories(folder.resolve("plain"));
    Files.writeString(plain.resolve("kustomization.yaml"), "resources: [../kustomized]\n");
    Path gated = Files.createDirectories(folder.resolve("gated"));
    Files.writeString(
        gated.resolve("kustomization.yaml"),
        """
        resources: [../kustomized]
        patches:
          - target: {kind: Deployment, name: shop}
            patch: |-
              - op: add
                path: /spec/template/spec/initContainers
                value:
                  - name: wait-for-migration
                    image: registry.k8s.io/kubectl:v1.33.4
                    args: [wait, --for=condition=complete, job/shop-migration-v1.4.0]
        """);
    String before = Files.readString(base.resolve("deployment.yaml"));
    Run run = fix("--rule", "gate-missing", folder.toString());
    assertThat(run.text())
        .contains(
            "not mended: in "
                + gated
                + " the patch "
                + gated.resolve("kustomization.yaml")
                + " changes the initContainers of Deployment shop")
        .contains("0 files changed;");
    assertThat(base.resolve("deployment.yaml")).hasContent(before);
  }

  /** Two builds of one Job; the second alone has a gate, which names it. Answers with the Job. */
  private Path twoOverlays(String patches) throws IOException {
    Path bare = bareKustomization();
    Path base = folder.resolve("overlays/base");
    Files.createDirectories(base);
    Path shared = base.resolve("job.yaml");
    Files.writeString(
        shared,
        Files.readString(bare.resolve("job.yaml")).replace("-migration-v1.4.0", "-migration"));
    Files.writeString(base.resolve("kustomization.yaml"), "resources: [job.yaml]\n");
    String deployment = Files.readString(bare.resolve("deployment.yaml"));
    for (String overlay : new String[] {"first", "second"}) {
      Path built = Files.createDirectories(folder.resolve("overlays").resolve(overlay));
      Files.writeString(
          built.resolve("kustomization.yaml"),
          "resources: [../base, d.yaml]\n" + (overlay.equals("second") ? patches : ""));
      Files.writeString(built.resolve("d.yaml"), deployment);
    }
    Files.writeString(
        folder.resolve("overlays/second/d.yaml"),
        deployment.replace(
            "      containers:\n",
            """
            initContainers:
              - name: wait
                image: registry.k8s.io/kubectl:v1.33.4
                args: [wait, --for=condition=complete, job/shop-migration, --timeout=10m]
            containers:
            """
                .indent(6)));
    return shared;
  }

  /** A folder with a migration Job and a Deployment without gate; no kustomization yet. */
  private Path bareKustomization() throws IOException {
    Path kustomized = Files.createDirectories(folder.resolve("kustomized"));
    Files.writeString(
        kustomized.resolve("job.yaml"),
        """
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: shop-migration-v1.4.0
        spec:
          template:
            spec:
              restartPolicy: Never
              containers:
                - name: migrate
                  image: registry.example.com/shop:v1.4.0
                  command: ["npx", "prisma", "migrate", "deploy"]
        """);
    Files.writeString(
        kustomized.resolve("deployment.yaml"),
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: shop
        spec:
          selector:
            matchLabels:
              app: shop
          template:
            metadata:
              labels:
                app: shop
            spec:
              containers:
                - name: shop
                  image: registry.example.com/shop:v1.4.0
        """);
    return kustomized;
  }

  private static Run fix(String... args) {
    String[] all = new String[args.length + 1];
    all[0] = "fix";
    System.arraycopy(args, 0, all, 1, args.length);
    return Run.of("".getBytes(StandardCharsets.UTF_8), all);
  }
}
