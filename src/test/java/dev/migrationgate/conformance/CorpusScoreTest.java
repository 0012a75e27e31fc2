package dev.migrationgate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.krm.ManifestReader;
import dev.migrationgate.krm.Manifests;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Deliverer;
import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.MigrationJob;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.RolloutReader;
import dev.migrationgate.run.Input;
import dev.migrationgate.substitute.VariableSettings;
import dev.migrationgate.substitute.Variables;
import dev.migrationgate.yaml.InvalidYaml;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.SourceText;
import dev.migrationgate.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  @Test
  void readsWhatAJobSays() throws IOException {
    Agreement agreement = new Agreement();
    for (JsonNode label : labels()) {
      String set = label.get("set").asString();
      Rollout rollout = rollout(set);
      for (JsonNode job : label.get("migration_jobs")) {
        for (MigrationJob found : rollout.migrations()) {
          if (isSame(set, job, found.resource())) {
            compare(agreement, job, found);
          }
        }
      }
    }
    agreement.print();
    assertThat(agreement.disagreements()).isEmpty();
  }

  @Test
  void linksServicesToTheirMigrations() throws IOException {
    Agreement agreement = new Agreement();
    for (JsonNode label : labels()) {
      String set = label.get("set").asString();
      String service = label.path("service").asString("");
      if (service.isEmpty() || !label.get("has_migration_job").asBoolean()) {
        continue;
      }
      Rollout rollout = rollout(set);
      Set<String> linked = new TreeSet<>();
      for (Link link : rollout.links()) {
        Resource workload = link.workload().resource();
        Path file =
            CORPUS.resolve("sets").resolve(set).relativize(Path.of(workload.source().name()));
        linked.add(file + "#" + workload.name() + " " + (link.strong() ? "strong" : "weak") + " " + link.reasons());
      }
      boolean found = false;
      for (String name : linked) {
        found |= name.startsWith(service + " ");
      }
      agreement.add("service linked", set + " " + service + " of " + linked, "true", String.valueOf(found));
    }
    agreement.print();
  }

  private static boolean isSame(String set, JsonNode job, Resource resource) {
    Path file = CORPUS.resolve("sets").resolve(set).relativize(Path.of(resource.source().name()));
    String name = job.get("name").asString().replace("generateName:", "");
    // Two Jobs of one name may stand in one file, for two namespaces.
    String namespace = job.path("namespace").asString("");
    return file.toString().equals(job.get("file").asString())
        && name.equals(resource.name())
        && namespace.equals(resource.namespace());
  }

  private static void compare(
      Agreement agreement, JsonNode job, MigrationJob found) {
    String where = job.get("file").asString() + "#" + job.get("name").asString();
    Node root = found.resource().root();
    agreement.add(
        "name versioned",
        where,
        job.path("name_versioned").asString("null"),
        String.valueOf(found.hasGeneratedName() || found.hasVersionedName()));
    agreement.add(
        "force", where, job.path("force_annotation").asString("null"), annotated(found));
    agreement.add(
        "backoffLimit", where, job.path("backoffLimit").asString("null"), text(root, "spec", "backoffLimit"));
    agreement.add(
        "ttl", where, job.path("ttl").asString("null"), text(root, "spec", "ttlSecondsAfterFinished"));
    agreement.add(
        "restartPolicy",
        where,
        job.path("restartPolicy").asString("null"),
        text(root, "spec", "template", "spec", "restartPolicy"));
    agreement.add(
        "namespace", where, job.path("namespace").asString("null"), text(root, "metadata", "namespace"));
  }

  private static String annotated(MigrationJob job) {
    String force = job.resource().annotation("kustomize.toolkit.fluxcd.io/force").orElse("");
    return String.valueOf(force.equalsIgnoreCase("enabled"));
  }

  private static String text(Node root, String... path) {
    return root.text(path).orElse("null");
  }

  /** Counts, field by field, where label and program say the same. */
  private static final class Agreement {
    private final Map<String, int[]> counts = new LinkedHashMap<>();
    private final List<String> disagreements = new ArrayList<>();

    void add(String field, String where, String label, String found) {
      int[] count = counts.computeIfAbsent(field, unused -> new int[2]);
      count[1]++;
      if (label.equals(found)) {
        count[0]++;
      } else {
        disagreements.add(field + " of " + where + ": labelled " + label + ", found " + found);
      }
    }

    List<String> disagreements() {
      return disagreements;
    }

    void print() {
      counts.forEach(
          (field, count) ->
              System.out.printf("%-20s %3d of %3d agree%n", field, count[0], count[1]));
      disagreements.forEach(line -> System.out.println("  " + line));
    }
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
