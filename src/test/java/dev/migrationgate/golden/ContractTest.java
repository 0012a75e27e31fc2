package dev.migrationgate.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.rules.Rule;
import dev.migrationgate.rules.Rules;
import dev.migrationgate.run.Function;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What docs/compatibility.md promises, held against {@code testdata/contract}: a line that is there
 * may not go, and what is new has to be promised with a line of its own.
 */
class ContractTest {
  private static final Path FOLDER = Path.of("testdata", "contract");

  private static final String JOB =
      """
      apiVersion: batch/v1
      kind: Job
      metadata:
        name: shop-migrate
        annotations: {%s}
      spec:
        template:
          spec:
            containers:
              - {name: migrate, image: "registry.example.com/shop:1", args: [alembic, upgrade, head]}
      """;

  @Test
  void ruleIds() throws IOException {
    List<String> ids = new ArrayList<>();
    for (Rule rule : Rules.ALL) {
      ids.add(rule.id());
    }
    assertThat(ids).containsExactlyInAnyOrderElementsOf(promised("rules.txt"));
  }

  @Test
  void optionsOfTheFunctionConfig() throws IOException {
    JsonNode schema =
        new JsonMapper()
            .readTree(Files.readString(Path.of("fn-config", "migrationgate.schema.json")));
    TreeSet<String> options = new TreeSet<>();
    for (Map.Entry<String, JsonNode> definition : schema.get("$defs").properties()) {
      for (String name : definition.getValue().path("properties").propertyNames()) {
        if (!definition.getKey().equals("rules") && !name.startsWith("rules.")) {
          options.add(definition.getKey() + "." + name);
        }
      }
    }
    assertThat(options).containsExactlyElementsOf(new TreeSet<>(promised("options.txt")));
  }

  @Test
  void exitCodes() {
    assertThat(Run.function(JOB.formatted("migrationgate.dev/ignore: why")).exitCode())
        .isEqualTo(0);
    assertThat(Run.function(JOB.formatted("")).exitCode()).isEqualTo(1);
    assertThat(Run.function("").exitCode()).isEqualTo(2);
    assertThat(Run.of(new byte[0], "--no-such-option").exitCode()).isEqualTo(2);
    assertThat(Function.DEFECT).isEqualTo(70);
  }

  @Test
  void annotations() {
    String spoken = Run.function(JOB.formatted("")).report();
    assertThat(spoken).contains("error job-backoff-limit ");
    String suppressed =
        Run.function(JOB.formatted("migrationgate.dev/ignore.job-backoff-limit: why")).report();
    assertThat(suppressed).doesNotContain("error job-backoff-limit ").contains("1 suppressed");
    assertThat(Run.function(JOB.formatted("migrationgate.dev/ignore: why")).report())
        .isEqualTo("0 migrations, 0 workloads, 0 proven gates; 0 errors, 0 warnings\n");
  }

  @Test
  void shapeOfStderr() {
    String[] lines = Run.function(JOB.formatted("")).report().split("\n");
    for (int i = 0; i < lines.length - 1; i++) {
      assertThat(lines[i]).matches("(error|warning|info) [a-z0-9-]+ \\S+:\\d+ \\S+ \\S+ \\S+: .+");
    }
    assertThat(lines[lines.length - 1])
        .matches("\\d+ migrations?, \\d+ workloads?, \\d+ proven gates?; \\d+ errors?, .*");
  }

  private static List<String> promised(String file) throws IOException {
    return Files.readString(FOLDER.resolve(file), StandardCharsets.UTF_8).lines().toList();
  }
}
