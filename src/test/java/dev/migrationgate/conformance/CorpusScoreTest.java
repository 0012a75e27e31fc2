package dev.migrationgate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.krm.ManifestReader;
import dev.migrationgate.krm.Manifests;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Deliverer;
import dev.migrationgate.pattern.MigrationJob;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.RolloutReader;
import dev.migrationgate.run.Input;
import dev.migrationgate.substitute.VariableSettings;
import dev.migrationgate.substitute.Variables;
import dev.migrationgate.yaml.InvalidYaml;
import dev.migrationgate.yaml.SourceText;
import dev.migrationgate.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How well migration Jobs are found in manifests that people labelled by hand. */
@Tag("corpus")
class CorpusScoreTest {
  private static final Path CORPUS = SharedVectors.folder().resolve("corpus");
  private static final double GOAL = 0.98;

  @Test
  void findsMigrationJobs() throws IOException {
    Set<String> found = new TreeSet<>();
    Set<String> expected = new TreeSet<>();
    Set<String> left = new TreeSet<>();
    for (JsonNode label : labels()) {
      String set = label.get("set").asString();
      for (JsonNode job : label.get("migration_jobs")) {
        String key = set + "/" + job.get("file").asString() + "#" + job.get("name").asString();
        boolean counts =
            !job.get("ambiguous").asBoolean()
                && !job.get("is_patch").asBoolean()
                && job.get("parseable").asBoolean();
        if (!Files.exists(CORPUS.resolve("sets").resolve(set).resolve(job.get("file").asString()))) {
          System.out.println("  labelled, and not there: " + key);
        } else {
          (counts ? expected : left).add(key);
        }
      }
      for (MigrationJob job : rollout(set).migrations()) {
        Resource resource = job.resource();
        Path file = CORPUS.resolve("sets").resolve(set).relativize(Path.of(resource.source().name()));
        String generated = job.hasGeneratedName() ? "generateName:" : "";
        found.add(set + "/" + file + "#" + generated + resource.name());
      }
    }
    found.removeAll(left);
    Set<String> missed = new TreeSet<>(expected);
    missed.removeAll(found);
    Set<String> wrong = new TreeSet<>(found);
    wrong.removeAll(expected);
    double right = found.size() - wrong.size();
    double precision = right / found.size();
    double recall = right / expected.size();
    System.out.printf(
        "migration Jobs: %d labelled, %d found; precision %.3f, recall %.3f%n",
        expected.size(), found.size(), precision, recall);
    missed.forEach(key -> System.out.println("  missed " + key));
    wrong.forEach(key -> System.out.println("  wrong  " + key));
    assertThat(precision).isGreaterThanOrEqualTo(GOAL);
    assertThat(recall).isGreaterThanOrEqualTo(GOAL);
  }

  private static JsonNode labels() {
    return JsonMapper.shared().readTree(CORPUS.resolve("labels.json"));
  }

  private static Rollout rollout(String set) throws IOException {
    List<SourceText> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(CORPUS.resolve("sets").resolve(set))) {
      for (Path file : files.sorted().toList()) {
        if (CorpusTest.isManifest(file) && isReadable(file)) {
          sources.add(Input.read(file));
        }
      }
    }
    Manifests manifests = ManifestReader.readStream(sources);
    return new RolloutReader(List.of(), Optional.empty(), Deliverer.UNKNOWN, true, 0)
        .read(
            manifests.host(),
            manifests.resources(),
            Variables.of(manifests, VariableSettings.DEFAULT),
            List.of(),
            List.of());
  }

  private static boolean isReadable(Path file) {
    try {
      YamlReader.read(Input.read(file));
      return true;
    } catch (InvalidYaml e) {
      return false;
    }
  }
}
