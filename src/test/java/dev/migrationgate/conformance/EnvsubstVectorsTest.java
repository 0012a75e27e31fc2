package dev.migrationgate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.substitute.Lookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What Flux's own envsubst made of a text, against what we make of it. */
@Tag("vectors")
class EnvsubstVectorsTest {
  private record Vector(String id, String text, Map<String, String> variables, JsonNode expected) {
    @Override
    public String toString() {
      return id + " " + text;
    }
  }

  static List<Vector> vectors() {
    List<Vector> vectors = new ArrayList<>();
    for (JsonNode node : SharedVectors.read("envsubst.json").get("envsubst")) {
      Map<String, String> variables = new TreeMap<>();
      node.get("vars")
          .properties()
          .forEach(e -> variables.put(e.getKey(), e.getValue().asString()));
      vectors.add(
          new Vector(node.get("id").asString(), node.get("input").asString(), variables, node));
    }
    return vectors;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void strict(Vector vector) {
    Lookup variables = name -> Optional.ofNullable(vector.variables.get(name));
    check(vector, "strict", variables);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void lenient(Vector vector) {
    Lookup variables = name -> Optional.of(vector.variables.getOrDefault(name, ""));
    check(vector, "lenient", variables);
  }

  private static void check(Vector vector, String mode, Lookup variables) {
    Expansion ours = Expansion.of(vector.text, variables);
    JsonNode flux = vector.expected.get(mode);
    String error = flux.has("error") ? flux.get("error").asString() : "";
    if (error.isEmpty() && ours.differsOnPurpose()) {
      assertThat(ours.text()).as("what is said of it").contains("Flux");
    } else if (error.isEmpty()) {
      assertThat(ours.error()).isEmpty();
      assertThat(ours.text()).isEqualTo(flux.get("output").asString());
    } else {
      assertThat(ours.error()).as(error).isEqualTo(error.substring(0, error.indexOf(':')));
      if (ours.error().equals("UNSET")) {
        assertThat(error).endsWith('"' + ours.text() + '"');
      }
    }
  }
}
