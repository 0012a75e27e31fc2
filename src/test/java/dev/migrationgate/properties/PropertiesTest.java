package dev.migrationgate.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.golden.Run;
import dev.migrationgate.yaml.Document;
import dev.migrationgate.yaml.Node;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for every package. The seed stands in the name of a failing case. {@code
 * -Dmigrationgate.packages=N} tries that many for each property.
 */
class PropertiesTest {
  private static final int PACKAGES = Integer.getInteger("migrationgate.packages", 500);

  @TempDir static Path folder;
  private static Path quiet;
  private static Path noOp;
  private static Path ordered;

  @BeforeAll
  static void writeConfigs() throws IOException {
    quiet = Program.config(folder.resolve("quiet.yaml"), "rules: {all: {severity: \"off\"}}");
    noOp =
        Program.config(
            folder.resolve("no-op.yaml"),
            "{variables: {from: []}, order: false, rules: {all: {severity: \"off\"}}}");
    ordered =
        Program.config(
            folder.resolve("ordered.yaml"),
            "{variables: {from: []}, rules: {all: {severity: \"off\"}}}");
  }

  static LongStream seeds() {
    return LongStream.range(0, PACKAGES);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aNoOpReturnsTheInputByteForByte(long seed) {
    GeneratedPackage generated = GeneratedPackage.of(seed);
    assertThat(Program.run(generated.stream(), noOp)).isEqualTo(generated.stream());
    assertThat(Program.run(generated.resourceList(), noOp)).isEqualTo(generated.resourceList());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void twiceIsOnce(long seed) {
    GeneratedPackage generated = GeneratedPackage.of(seed);
    String once = Program.run(generated.stream(), quiet);
    assertThat(Program.run(once, quiet)).isEqualTo(once);
    Run judged = Run.function(generated.resourceList());
    assertThat(Run.function(judged.text()).manifests()).isEqualTo(judged.manifests());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void streamAndResourceListGiveTheSameResources(long seed) {
    GeneratedPackage generated = GeneratedPackage.of(seed);
    List<String> documents = new ArrayList<>();
    for (Document document : Program.read(Program.run(generated.stream(), quiet))) {
      documents.add(Program.shape(document.root()));
    }
    List<String> items = new ArrayList<>();
    for (Node item :
        Program.read(Program.run(generated.resourceList(), quiet)).get(0).root().items("items")) {
      items.add(Program.shape(item));
    }
    assertThat(items).isEqualTo(documents);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void orderIsAPermutationWithEveryJobBeforeItsWorkload(long seed) {
    GeneratedPackage generated = GeneratedPackage.of(seed);
    List<Document> documents = Program.read(Program.run(generated.stream(), quiet));
    assertThat(documents).hasSameSizeAs(generated.documents());
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < documents.size(); i++) {
      Node root = documents.get(i).root();
      String name = root.text("metadata", "name").orElseThrow();
      int end = name.indexOf("-migration");
      places.put(
          root.text("kind").orElseThrow() + "/" + (end < 0 ? name : name.substring(0, end)), i);
    }
    for (Map.Entry<String, Integer> place : places.entrySet()) {
      if (place.getKey().startsWith("Deployment/")) {
        String job = "Job/" + place.getKey().substring("Deployment/".length());
        assertThat(places.get(job)).as(job).isLessThan(place.getValue());
      }
    }
  }

  /** Jobs and what they need overtake others; a workload, or what nobody needs, never does. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void orderMovesWholeDocumentsAndOnlyThoseThatMust(long seed) {
    String input = GeneratedPackage.of(seed).stream();
    String output = Program.run(input, ordered);
    List<String> before = documents(input);
    List<String> after = documents(output);
    assertThat(after).containsExactlyInAnyOrderElementsOf(before);
    for (int i = 0; i < after.size(); i++) {
      for (int j = i + 1; j < after.size(); j++) {
        boolean overtook = before.indexOf(after.get(i)) > before.indexOf(after.get(j));
        if (overtook) {
          assertThat(after.get(i)).doesNotContain("kind: Deployment", "name: scripts");
        }
      }
    }
    assertThat(Program.run(output, ordered)).isEqualTo(output);
  }

  private static List<String> documents(String stream) {
    List<String> documents = new ArrayList<>();
    for (String document : stream.split("(?m)^---\r?$")) {
      if (!document.isBlank()) {
        documents.add(document.strip());
      }
    }
    return documents;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void waitArgumentAndRoleFollowTheJobsName(long seed) {
    List<String> jobs = new ArrayList<>();
    List<String> waited = new ArrayList<>();
    List<String> readable = new ArrayList<>();
    for (Document document : Program.read(Program.run(GeneratedPackage.of(seed).stream(), quiet))) {
      Node root = document.root();
      if (root.has("Job", "kind")) {
        jobs.add(root.text("metadata", "name").orElseThrow());
      }
      for (Node init : root.items("spec", "template", "spec", "initContainers")) {
        waited.add(init.items("args").get(1).text().orElseThrow());
      }
      for (Node rule : root.items("rules")) {
        readable.add(rule.items("resourceNames").get(0).text().orElseThrow());
      }
    }
    assertThat(waited).containsExactlyInAnyOrderElementsOf(jobs);
    assertThat(readable).containsExactlyInAnyOrderElementsOf(jobs);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void lineBreaksStayAsTheyWere(long seed) {
    GeneratedPackage generated = GeneratedPackage.of(seed);
    String output = Program.run(generated.stream(), quiet);
    if (generated.lineBreak().equals("\r\n")) {
      assertThat(output.replace("\r\n", "")).doesNotContain("\n");
    } else {
      assertThat(output).doesNotContain("\r");
    }
  }
}
