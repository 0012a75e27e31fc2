package dev.migrationgate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.substitute.Evaluation;
import dev.migrationgate.substitute.Lookup;
import dev.migrationgate.substitute.Operator;
import dev.migrationgate.substitute.Outcome;
import dev.migrationgate.substitute.Part;
import dev.migrationgate.substitute.Template;
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
  /** Where we differ on purpose, by what the expression does. We fail, Flux answers. */
  private static final Map<Class<? extends Operator>, String> DIFFERENCES =
      Map.of(
          Operator.Alternative.class,
          "Flux reads ${V:+x} like ${V:-x}, the contrary of what every shell does",
          Operator.Required.class,
          "Flux puts the message of ${V:?x} in place of the missing value");

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
    Expansion ours = expand(vector.text, variables);
    JsonNode flux = vector.expected.get(mode);
    String error = flux.has("error") ? flux.get("error").asString() : "";
    if (error.isEmpty() && ours.failedOperator.isPresent()) {
      assertThat(DIFFERENCES).containsKey(ours.failedOperator.get());
    } else if (error.isEmpty()) {
      assertThat(ours.text).isEqualTo(flux.get("output").asString());
    } else {
      assertThat(ours.error).as(error).isEqualTo(error.substring(0, error.indexOf(':')));
      if (ours.error.equals("UNSET")) {
        assertThat(error).endsWith('"' + ours.text + '"');
      }
    }
  }

  /** A text or an error, in the words of the vectors. */
  private record Expansion(
      String text, String error, Optional<Class<? extends Operator>> failedOperator) {}

  /** Flux's rules: nothing is evaluated when anything cannot be parsed; every escape collapses. */
  private static Expansion expand(String text, Lookup variables) {
    List<Part> parts = Template.parse(text).parts();
    for (Part part : parts) {
      if (part instanceof Part.Malformed malformed) {
        return new Expansion(malformed.reason(), "PARSE", Optional.empty());
      }
    }
    StringBuilder expanded = new StringBuilder();
    for (Part part : parts) {
      if (part instanceof Part.Literal literal) {
        expanded.append(literal.text());
      } else if (part instanceof Part.Escape) {
        expanded.append('$');
      } else if (part instanceof Part.Expression expression) {
        Outcome outcome = Evaluation.of(expression, variables);
        if (outcome instanceof Outcome.Value value) {
          expanded.append(value.text());
        } else if (outcome instanceof Outcome.Undefined undefined) {
          return new Expansion(undefined.name(), "UNSET", Optional.empty());
        } else if (outcome instanceof Outcome.Failed failed) {
          return new Expansion(
              failed.reason(), "OTHER", Optional.of(expression.operator().getClass()));
        }
      }
    }
    return new Expansion(expanded.toString(), "", Optional.empty());
  }
}
