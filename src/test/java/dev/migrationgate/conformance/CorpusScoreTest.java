package dev.migrationgate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.migration.MigrationJob;
import dev.migrationgate.yaml.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How well migration Jobs are found in manifests that people labelled by hand. */
@Tag("corpus")
class CorpusScoreTest {
  private static final double GOAL = 0.98;
  private static final double GOAL_WAIT = 0.95;
  private static final double GOAL_ENVIRONMENT = 0.90;

  /**
   * Where the label speaks of a gate in a strategic-merge patch: the program judges no patches, so
   * that it sees such a gate only once kustomize has built it in.
   */
  private static final Set<String> GATED_BY_PATCH = Set.of("003-unified-graphics");

  /** Where a careful reader would defend the program. */
  private static final Map<String, String> EXPLAINED =
      Map.of(
          "image tag of 009-nextdns-analytics",
          "a tag that is still to be filled in says nothing yet; another rule reports it",
          "namespace match of 045-openmetadata-operate-first",
          "the service leaves its namespace to kustomize, whose work the label counts in",
          "wait mechanism of 045-openmetadata-operate-first",
          "the label speaks of other workloads; this service has no init containers");

  /** The same for the environment: same, equivalent and subset against different. */
  private static final Map<String, String> ENVIRONMENT_EXPLAINED =
      Map.of(
          "environment of 003-unified-graphics",
          "both environments stand in patches; the whole resources have none",
          "environment of 025-gopherplate",
          "a DSN in a Secret here and host, port and name in a ConfigMap there: nobody can tell",
          "environment of 083-three-tier-eks",
          "DATABASE_URL is the same key of the same Secret; the Job only has more");

  @Test
  void findsMigrationJobs() throws IOException {
    Set<String> found = new TreeSet<>();
    Set<String> expected = new TreeSet<>();
    Set<String> left = new TreeSet<>();
    for (JsonNode label : Corpus.labels()) {
      String set = label.get("set").asString();
      for (JsonNode job : label.get("migration_jobs")) {
        String key = set + "/" + job.get("file").asString() + "#" + job.get("name").asString();
        boolean counts =
            !job.get("ambiguous").asBoolean()
                && !job.get("is_patch").asBoolean()
                && job.get("parseable").asBoolean();
        if (!Files.exists(Corpus.folder(set).resolve(job.get("file").asString()))) {
          System.out.println("  labelled, and not there: " + key);
        } else {
          (counts ? expected : left).add(key);
        }
      }
      for (MigrationJob job : Corpus.rollout(set).migrations()) {
        Resource resource = job.resource();
        String file = Corpus.file(set, resource);
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
    Agreement agreement = new Agreement(Map.of());
    for (JsonNode label : Corpus.labels()) {
      String set = label.get("set").asString();
      Rollout rollout = Corpus.rollout(set);
      for (JsonNode job : label.get("migration_jobs")) {
        for (MigrationJob found : rollout.migrations()) {
          if (Corpus.isSame(set, job, found.resource())) {
            compare(agreement, job, found);
          }
        }
      }
    }
    agreement.print();
    assertThat(agreement.unexplained()).isEmpty();
  }

  @Test
  void linksServicesToTheirMigrations() throws IOException {
    Agreement agreement = new Agreement(Map.of());
    for (JsonNode label : Corpus.labels()) {
      String set = label.get("set").asString();
      String service = label.path("service").asString("");
      if (service.isEmpty() || !label.get("has_migration_job").asBoolean()) {
        continue;
      }
      Rollout rollout = Corpus.rollout(set);
      Set<String> linked = new TreeSet<>();
      for (Link link : rollout.links()) {
        Resource workload = link.workload().resource();
        String file = Corpus.file(set, workload);
        linked.add(
            file
                + "#"
                + workload.name()
                + " "
                + (link.strong() ? "strong" : "weak")
                + " "
                + link.reasons());
      }
      boolean found = false;
      for (String name : linked) {
        found |= name.startsWith(service + " ");
      }
      agreement.add(
          "service linked", set + " " + service + " of " + linked, "true", String.valueOf(found));
    }
    agreement.print();
  }

  @Test
  void readsWhatHoldsAServiceBack() throws IOException {
    Agreement agreement = new Agreement(EXPLAINED);
    for (Map.Entry<JsonNode, LabelledPair> pair : pairs().entrySet()) {
      compareStructure(agreement, pair.getKey(), pair.getValue());
      String set = pair.getKey().get("set").asString();
      if (!GATED_BY_PATCH.contains(set)) {
        String label = pair.getKey().get("wait_mechanism").asString();
        agreement.add("wait mechanism", set, label, pair.getValue().waitMechanism());
      }
    }
    agreement.print();
    assertThat(agreement.unexplained()).isEmpty();
    assertThat(agreement.stale()).isEmpty();
    assertThat(agreement.share("wait mechanism")).isGreaterThanOrEqualTo(GOAL_WAIT);
  }

  /**
   * The labels call different whatever differs: addresses, credentials, sources, absent settings.
   * The rule reports most of that as info, so that here a finding of any severity counts. That none
   * of a higher one is a false alarm is for {@link #alarmsOfNoEnvironmentThatAgrees()}.
   */
  @Test
  void comparesEnvironments() throws IOException {
    Agreement agreement = new Agreement(ENVIRONMENT_EXPLAINED);
    for (Map.Entry<JsonNode, LabelledPair> pair : pairs().entrySet()) {
      String relation = pair.getKey().get("env_relation").asString();
      if (!relation.equals("n/a")) {
        String label = relation.equals("different") ? relation : "together";
        String set = pair.getKey().get("set").asString();
        agreement.add("environment", set, label, pair.getValue().environment());
      }
    }
    agreement.print();
    assertThat(agreement.unexplained()).isEmpty();
    assertThat(agreement.stale()).isEmpty();
    assertThat(agreement.share("environment")).isGreaterThanOrEqualTo(GOAL_ENVIRONMENT);
  }

  @Test
  void alarmsOfNoEnvironmentThatAgrees() throws IOException {
    for (Map.Entry<JsonNode, LabelledPair> pair : pairs().entrySet()) {
      String relation = pair.getKey().get("env_relation").asString();
      if (!relation.equals("n/a") && !relation.equals("different")) {
        String set = pair.getKey().get("set").asString();
        assertThat(pair.getValue().environmentAlarms()).as(set).isFalse();
      }
    }
  }

  /** The labels whose Job and service are found, in their order. */
  private static Map<JsonNode, LabelledPair> pairs() throws IOException {
    Map<JsonNode, LabelledPair> pairs = new LinkedHashMap<>();
    for (JsonNode label : Corpus.labels()) {
      if (label.get("has_migration_job").asBoolean() && !label.get("ambiguous").asBoolean()) {
        Optional<LabelledPair> pair = LabelledPair.of(label);
        if (pair.isPresent()) {
          pairs.put(label, pair.get());
        } else {
          System.out.println("  no readable Job and service: " + label.get("set").asString());
        }
      }
    }
    return pairs;
  }

  private static void compareStructure(Agreement agreement, JsonNode label, LabelledPair pair) {
    String set = label.get("set").asString();
    if (pair.polls()) {
      agreement.add(
          "wait target", set, label.get("wait_target").asString("null"), pair.waitTarget());
      add(agreement, "wait matches Job", label, "wait_matches_job", pair.waitMatchesJob());
      if (!label.get("rbac_present").isNull()) {
        add(agreement, "access", label, "rbac_present", pair.gateMayReadJobs());
      }
    }
    add(agreement, "namespace match", label, "namespace_match", pair.namespacesMatch());
    String basis = label.get("order_basis").asString();
    if (basis.equals("filename") || basis.equals("same-file")) {
      agreement.add(
          "order in file", set, label.get("order_in_file").asString(), pair.orderInFile());
    }
    String tag = label.get("image_tag_same").asString();
    if (tag.equals("same") || tag.equals("differs")) {
      agreement.add("image tag", set, tag, pair.imageTag());
    }
  }

  private static void add(
      Agreement agreement, String field, JsonNode label, String name, boolean found) {
    String where = label.get("set").asString();
    agreement.add(field, where, label.get(name).asString("null"), String.valueOf(found));
  }

  private static void compare(Agreement agreement, JsonNode job, MigrationJob found) {
    String where = job.get("file").asString() + "#" + job.get("name").asString();
    Node root = found.resource().root();
    agreement.add(
        "name versioned",
        where,
        job.path("name_versioned").asString("null"),
        String.valueOf(found.hasGeneratedName() || found.hasVersionedName()));
    agreement.add("force", where, job.path("force_annotation").asString("null"), annotated(found));
    agreement.add(
        "backoffLimit",
        where,
        job.path("backoffLimit").asString("null"),
        text(root, "spec", "backoffLimit"));
    agreement.add(
        "ttl",
        where,
        job.path("ttl").asString("null"),
        text(root, "spec", "ttlSecondsAfterFinished"));
    agreement.add(
        "restartPolicy",
        where,
        job.path("restartPolicy").asString("null"),
        text(root, "spec", "template", "spec", "restartPolicy"));
    agreement.add(
        "namespace",
        where,
        job.path("namespace").asString("null"),
        text(root, "metadata", "namespace"));
  }

  private static String annotated(MigrationJob job) {
    String force = job.resource().annotation("kustomize.toolkit.fluxcd.io/force").orElse("");
    return String.valueOf(force.equalsIgnoreCase("enabled"));
  }

  private static String text(Node root, String... path) {
    return root.text(path).orElse("null");
  }
}
