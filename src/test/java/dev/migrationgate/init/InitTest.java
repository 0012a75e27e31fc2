package dev.migrationgate.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.golden.Run;
import dev.migrationgate.run.Input;
import dev.migrationgate.yaml.Document;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InitTest {
  private static final String PROVEN =
      "1 migration, 1 workload, 1 proven gate; 0 errors, 0 warnings\n";

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void whatItWritesIsProven(MigrationTool tool) throws IOException {
    assertThat(init("bookings", "--tool", tool.id()).exitCode()).isZero();
    // The folder alone, and with what Flux is told beside it.
    for (Path path : List.of(folder.resolve("k8s"), folder)) {
      Run render = Run.of(new byte[0], "render", path.toString());
      assertThat(render.report()).isEqualTo(PROVEN);
      assertThat(render.exitCode()).isZero();
      assertThat(render.text()).contains("name: bookings-migration-v0.0.0");
      Run check = Run.of(new byte[0], "check", path.toString());
      assertThat(check.text()).isEqualTo(PROVEN);
      assertThat(check.exitCode()).isZero();
    }
    for (Path file : files()) {
      assertThat(Files.readString(file)).as(file.toString()).doesNotContain("__");
    }
  }

  @Test
  void theManifestsSayWhatWasAsked() throws IOException {
    init("bookings", "--namespace", "travel", "--registry", "localhost:5000/team", "--tool=rails");
    Node job = read("k8s/migration-job.yaml");
    assertThat(job.text("metadata", "namespace")).contains("travel");
    Node container = job.items("spec", "template", "spec", "containers").get(0);
    assertThat(container.text("image"))
        .contains("localhost:5000/team/bookings-migration:${IMAGE_TAG}");
    List<String> command = new ArrayList<>();
    for (Node word : container.items("command")) {
      command.add(word.text().orElseThrow());
    }
    assertThat(command).containsExactly("bundle", "exec", "rails", "db:migrate");
    assertThat(read("flux/bookings.yaml").text("spec", "url"))
        .contains("oci://localhost:5000/team/bookings-manifests");
  }

  /** What the pipeline must do, and in which order: a mistake must stop it before it is public. */
  @ParameterizedTest
  @ValueSource(strings = {".gitlab-ci.yml", ".github/workflows/release.yaml"})
  void thePipelineProvesBeforeItPublishes(String file) throws IOException {
    init("bookings");
    String pipeline = Files.readString(folder.resolve(file));
    assertThat(YamlReader.read(Input.read(folder.resolve(file)))).hasSize(1);
    pipeline = pipeline.substring(pipeline.indexOf("buildah build"));
    assertThat(pipeline)
        .containsSubsequence(
            "--tag \"$REGISTRY/bookings:$IMAGE_TAG\"",
            "--tag \"$REGISTRY/bookings-migration:$IMAGE_TAG\"",
            "migration-gate set \"IMAGE_TAG=$IMAGE_TAG\" k8s",
            "migration-gate check k8s",
            "kustomize build --enable-alpha-plugins --enable-exec k8s > rendered/bookings.yaml",
            "grep -nF '{IMAGE_TAG' rendered/bookings.yaml",
            "[skip ci]",
            "git push",
            "flux push artifact",
            "--path=rendered",
            "--source=",
            "--revision=",
            "flux reconcile source oci bookings");
  }

  /** What check writes is what the host is told to take. */
  @Test
  void theHostShowsWhatIsFound() throws IOException {
    init("bookings");
    Node gitlab = YamlReader.read(Input.read(folder.resolve(".gitlab-ci.yml"))).get(0).root();
    for (String job : List.of("check", "manifests")) {
      Node reports = gitlab.at(job, "artifacts", "reports").orElseThrow();
      assertThat(gitlab.text(job, "artifacts", "when")).contains("always");
      assertThat(gitlab.at(job).orElseThrow().items("script").toString())
          .contains("--format gitlab --output " + reports.text("codequality").orElseThrow())
          .contains("--format junit --output " + reports.text("junit").orElseThrow());
    }
    assertThat(Files.readString(folder.resolve(".github/workflows/release.yaml")))
        .containsSubsequence(
            "check k8s --format github --format sarif --output migration-gate.sarif",
            "github/codeql-action/upload-sarif@",
            "sarif_file: migration-gate.sarif");
  }

  @ParameterizedTest
  @CsvSource({
    "alembic.ini, alembic",
    "manage.py, django",
    "config/application.rb, rails",
    "prisma/schema.prisma, prisma",
    "README.md, prisma"
  })
  void theToolIsRecognisedByItsFiles(String file, String tool) throws IOException {
    Files.createDirectories(folder.resolve(file).getParent());
    Files.createFile(folder.resolve(file));
    assertThat(init("bookings").text()).contains("bookings migrates with " + tool + ".");
  }

  @ParameterizedTest
  @ValueSource(strings = {".gitlab-ci.yml", "Dockerfile.migration", "k8s/service.yaml"})
  void whatIsThereStays(String file) throws IOException {
    Files.createDirectories(folder.resolve(file).getParent());
    Files.writeString(folder.resolve(file), "mine");
    Run run = init("bookings");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.report()).contains(file + " is there already; nothing was written");
    assertThat(files()).containsExactly(folder.resolve(file));
    assertThat(folder.resolve(file)).hasContent("mine");
  }

  @Test
  void aFolderThatCannotBeMadeLeavesNothingBehind() throws IOException {
    // k8s is made after the pipelines are written.
    Files.writeString(folder.resolve("k8s"), "a file");
    Run run = init("bookings");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.report()).contains("k8s is there already; nothing was written");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(folder.resolve("k8s"));
    }
  }

  @Test
  void aFolderOfItsOwnIsMade() {
    Run run = Run.of(new byte[0], "init", "bookings", folder.resolve("services/b").toString());
    assertThat(run.exitCode()).isZero();
    assertThat(folder.resolve("services/b/k8s/Kptfile")).exists();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bookings",
        "book_ings",
        "1bookings",
        "-b",
        "b-",
        "b.c",
        "",
        "b/c",
        "a-name-that-leaves-no-room-for-the-tag"
      })
  void illegalNames(String name) throws IOException {
    Run run = Run.of(new byte[0], "init", "--", name, folder.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.report()).startsWith("migration-gate: name \"" + name + "\": ").hasLineCount(1);
    assertThat(files()).isEmpty();
  }

  @Test
  void anIllegalNameIsToldALegalOne() {
    assertThat(init("My_Bookings").report()).contains("; my-bookings would do");
  }

  @ParameterizedTest
  @CsvSource({
    "--namespace, Travel, namespace \"Travel\": only lower-case letters",
    "--registry, https://registry.example.com, wants HOST[:PORT][/PATH]",
    "--registry, registry.example.com/, wants HOST[:PORT][/PATH]",
    "--tool, primsa, did you mean prisma?",
    "--tool, golang-migrat, did you mean golang-migrate?",
    "--tool, sqitch, no tool \"sqitch\" among prisma"
  })
  void illegalOptions(String option, String value, String message) throws IOException {
    Run run = init("bookings", option, value);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.report()).contains(message).hasLineCount(1);
    assertThat(files()).isEmpty();
  }

  private Run init(String name, String... options) {
    List<String> arguments = new ArrayList<>(List.of("init", name, folder.toString()));
    arguments.addAll(List.of(options));
    return Run.of(new byte[0], arguments.toArray(new String[0]));
  }

  private Node read(String file) {
    List<Document> documents = YamlReader.read(Input.read(folder.resolve(file)));
    return documents.get(0).root();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
