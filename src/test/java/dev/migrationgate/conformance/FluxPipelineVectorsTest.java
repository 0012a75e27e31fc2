package dev.migrationgate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.golden.Run;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.Quoting;
import dev.migrationgate.yaml.Scalar;
import dev.migrationgate.yaml.SourceText;
import dev.migrationgate.yaml.YamlReader;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * String fields that Flux's own pipeline retypes or loses: through the function each stays the
 * string that its author meant, and no parser behind it reads anything else.
 */
@Tag("vectors")
class FluxPipelineVectorsTest {

  static Stream<JsonNode> cases() {
    return SharedVectors.read("flux-pipeline.json").get("pipeline").valueStream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void aStringStaysAString(JsonNode vector) {
    String before = vector.get("field_value_before").asString();
    StringBuilder input = new StringBuilder("apiVersion: v1\nkind: ConfigMap\nmetadata:\n");
    input.append("  name: deployment-variables\ndata:\n");
    String expected = before;
    for (Map.Entry<String, JsonNode> variable : vector.get("vars").properties()) {
      String value = variable.getValue().asString();
      input.append("  ").append(variable.getKey()).append(": ");
      input.append(Quoting.doubleQuoted(value)).append('\n');
      expected = expected.replace("${" + variable.getKey() + "}", value);
    }
    if (!expected.equals(before)) {
      expected = expected.replace("$$", "$");
    }
    input.append("---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: field\ndata:\n  f: ");
    input.append(Quoting.doubleQuoted(before)).append('\n');
    input.append("  plain: ").append(before.equals("${V}") ? before : "x").append('\n');

    Run run = Run.function(input.toString());

    assertThat(run.exitCode()).as(run.report()).isZero();
    Node data =
        YamlReader.read(new SourceText("output", run.text()))
            .get(1)
            .root()
            .get("data")
            .orElseThrow();
    Scalar field = data.get("f").flatMap(node -> node.scalar()).orElseThrow();
    assertThat(field.value()).isEqualTo(expected);
    assertThat(field.isRetyped()).isFalse();
    if (before.equals("${V}")) {
      // An empty scalar that stands unquoted is null.
      Scalar plain = (Scalar) data.get("plain").orElseThrow();
      assertThat(plain.value()).isEqualTo(expected);
      assertThat(plain.isRetyped()).isFalse();
    }
  }
}
