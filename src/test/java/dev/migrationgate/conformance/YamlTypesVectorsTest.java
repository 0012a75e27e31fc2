package dev.migrationgate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationgate.yaml.PlainScalar;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What the YAML parsers of Kubernetes made of plain scalars, against what we say of them. */
@Tag("vectors")
class YamlTypesVectorsTest {
  private record Vector(String scalar, JsonNode seen) {
    @Override
    public String toString() {
      return "\"" + scalar + "\"";
    }

    boolean isTyped(String v2, String v3) {
      return seen.get("sigs_yaml_1.6_type").asString().equals(v2)
          && seen.get("go_yaml_v3_type").asString().equals(v3);
    }
  }

  static List<Vector> vectors() {
    List<Vector> vectors = new ArrayList<>();
    for (JsonNode node : SharedVectors.read("yaml-types.json").get("scalars")) {
      vectors.add(new Vector(node.get("plain_scalar").asString(), node));
    }
    return vectors;
  }

  @Test
  void thereAreVectors() {
    assertThat(vectors()).hasSizeGreaterThan(100);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void isStringEverywhere(Vector vector) {
    assertThat(PlainScalar.isStringEverywhere(vector.scalar))
        .isEqualTo(vector.seen.get("is_string_everywhere").asBoolean());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void whatIsPlainIsAString(Vector vector) {
    if (PlainScalar.canBePlain(vector.scalar, false)) {
      assertThat(vector.seen.get("is_string_everywhere").asBoolean()).isTrue();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void whatIsAnIntegerIsOneToAllAndTheSame(Vector vector) {
    if (PlainScalar.isInteger(vector.scalar)) {
      assertThat(vector.isTyped("number", "int")).isTrue();
      assertThat(vector.seen.get("sigs_yaml_1.6_json").asString()).isEqualTo(vector.scalar);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void whatIsABooleanIsOneToAll(Vector vector) {
    if (PlainScalar.isBoolean(vector.scalar)) {
      assertThat(vector.isTyped("bool", "bool")).isTrue();
    }
  }
}
