package dev.migrationgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.golden.Approved;
import dev.migrationgate.golden.Run;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.NodeList;

class GraphCommandTest {
  private static final Path CASES = Path.of("testdata", "commands", "graph");
  private static final String[] FORMATS = {"text", "mermaid", "dot", "svg"};

  @TempDir private Path folder;

  static Stream<Path> cases() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files.filter(Files::isDirectory).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void comesOutAsApproved(Path name) throws IOException {
    // A case without manifests is that of the example of its name.
    Path own = name.resolve("manifests.yaml");
    Path manifests =
        Files.exists(own) ? own : Path.of("examples").resolve(name.getFileName().toString());
    for (String format : FORMATS) {
      Run run = graph(format, manifests);
      assertThat(run.exitCode()).as(run.report()).isZero();
      assertThat(run.report()).isEmpty();
      assertThat(run.text()).doesNotContain("hunter");
      Approved.compare(name.resolve("approved").resolve("graph.approved." + format), run.output());
    }
  }

  /** Whatever the names, the picture is XML, and says them as they are. */
  @Test
  void namesAreEscaped() throws Exception {
    Run run = graph("svg", CASES.resolve("names/manifests.yaml"));
    NodeList texts =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(run.output()))
            .getElementsByTagName("text");
    boolean found = false;
    for (int i = 0; i < texts.getLength(); i++) {
      found |= texts.item(i).getTextContent().equals("odd \"name\" <b>&amp; \\\\ #1; | ]");
    }
    assertThat(found).isTrue();
  }

  @Test
  void severalBuildsInOnePicture() throws IOException {
    for (String service : new String[] {"bookings", "invoices"}) {
      String manifests =
          Files.readString(CASES.resolve("broken-gate/manifests.yaml")).replace("shop", service);
      Files.writeString(
          Files.createDirectories(folder.resolve(service)).resolve("all.yaml"), manifests);
    }
    Run run = graph("text", folder);
    assertThat(run.text())
        .contains("Job bookings-migration-v2", "Job invoices-migration-v2")
        .contains("✗ Deployment invoices  BROKEN: gate-wrong-job");
    assertThat(graph("mermaid", folder).text()).contains("n0 -.->|\"BROKEN", "bookings-worker");
  }

  @Test
  void readsStdin() throws IOException {
    byte[] stream = Files.readAllBytes(CASES.resolve("broken-gate/manifests.yaml"));
    Run run = Run.of(stream, "graph", "--format", "dot", "-");
    assertThat(run.exitCode()).isZero();
    assertThat(run.text()).startsWith("digraph rollout {").contains("BROKEN: gate-wrong-job");
  }

  @Test
  void nothingToDraw() throws IOException {
    Run run = graph("svg", folder);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.text()).isEmpty();
    assertThat(run.report()).isEqualTo("migration-gate: " + folder + ": no manifests there\n");
    Files.writeString(
        folder.resolve("service.yaml"), "apiVersion: v1\nkind: Service\nmetadata: {name: a}\n");
    assertThat(graph("text", folder).text())
        .isEqualTo("no migration was found\nwaits for no migration: Service\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"svg", "text"})
  void whatIsNoYamlIsNamed(String format) throws IOException {
    Files.writeString(folder.resolve("broken.yaml"), "a: [b\n");
    Run run = graph(format, folder);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.report()).contains("broken.yaml", "no YAML");
  }

  private static Run graph(String format, Path path) {
    return Run.of(
        "".getBytes(StandardCharsets.UTF_8), "graph", "--format", format, path.toString());
  }
}
