package dev.migrationgate.conformance;

import dev.migrationgate.krm.ManifestReader;
import dev.migrationgate.krm.Manifests;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.RolloutReader;
import dev.migrationgate.pattern.delivery.Deliverer;
import dev.migrationgate.pattern.migration.DeclaredMigration;
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
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The labelled manifest sets. */
final class Corpus {
  private static final Path CORPUS = SharedVectors.folder().resolve("corpus");

  private Corpus() {}

  static JsonNode labels() {
    return JsonMapper.shared().readTree(CORPUS.resolve("labels.json"));
  }

  static Path folder(String set) {
    return CORPUS.resolve("sets").resolve(set);
  }

  /** The file of a resource, as the labels name it. */
  static String file(String set, Resource resource) {
    return folder(set).relativize(Path.of(resource.source().name())).toString();
  }

  /** True for the resource that a label of a Job speaks of. */
  static boolean isSame(String set, JsonNode job, Resource resource) {
    String name = job.get("name").asString().replace("generateName:", "");
    // Two Jobs of one name may stand in one file, for two namespaces.
    String namespace = job.path("namespace").asString("");
    return file(set, resource).equals(job.get("file").asString())
        && name.equals(resource.name())
        && namespace.equals(resource.namespace());
  }

  /** Reads the set, with the links that a configuration would declare. */
  static Rollout rollout(String set, DeclaredMigration... declared) throws IOException {
    List<SourceText> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder(set))) {
      for (Path file : files.sorted().toList()) {
        if (CorpusTest.isManifest(file) && isReadable(file)) {
          sources.add(Input.read(file));
        }
      }
    }
    Manifests manifests = ManifestReader.readStream(sources);
    return new RolloutReader(List.of(declared), Optional.empty(), Deliverer.UNKNOWN, true, 0)
        .read(
            manifests.host(),
            manifests.resources(),
            Variables.of(manifests, VariableSettings.DEFAULT),
            List.of(),
            List.of(),
            Optional.empty());
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
