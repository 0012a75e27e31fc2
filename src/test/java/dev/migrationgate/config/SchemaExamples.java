package dev.migrationgate.config;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A document for every example that a JSON Schema gives of its properties. */
final class SchemaExamples {

  /**
   * A document that is nothing but one example of one property.
   *
   * @param path where the property stands
   */
  record Example(String path, JsonNode document) {
    @Override
    public String toString() {
      return path;
    }
  }

  private final JsonNode definitions;
  private final List<Example> examples = new ArrayList<>();

  private SchemaExamples(JsonNode schema) {
    this.definitions = schema.get("$defs");
  }

  /** The examples of the two kinds that the schema describes. */
  static List<Example> of(JsonNode schema) {
    SchemaExamples examples = new SchemaExamples(schema);
    for (String kind : List.of("migrationGate", "configMap")) {
      examples.collect(examples.definitions.get(kind), kind, UnaryOperator.identity());
    }
    return examples.examples;
  }

  /**
   * @param around puts an instance of the schema into a whole document
   */
  private void collect(JsonNode schema, String path, UnaryOperator<JsonNode> around) {
    JsonNode target = target(schema);
    for (var property : target.path("properties").properties()) {
      String name = property.getKey();
      UnaryOperator<JsonNode> outer = value -> around.apply(object(target, name, value));
      for (JsonNode value : values(property.getValue(), path + "." + name)) {
        examples.add(new Example(path + "." + name, outer.apply(value)));
      }
      collect(property.getValue(), path + "." + name, outer);
    }
    if (target.has("items")) {
      collect(target.get("items"), path + "[]", item -> around.apply(array(item)));
    }
  }

  private JsonNode target(JsonNode schema) {
    return schema.has("$ref")
        ? definitions.get(schema.get("$ref").asString().replace("#/$defs/", ""))
        : schema;
  }

  private List<JsonNode> values(JsonNode schema, String path) {
    List<JsonNode> values = new ArrayList<>();
    for (JsonNode place : List.of(schema, target(schema))) {
      if (values.isEmpty()) {
        place.path("examples").forEach(values::add);
      }
      if (place.has("const")) {
        values.add(place.get("const"));
      }
    }
    if (values.isEmpty()) {
      throw new AssertionError(path + " has no example in the schema");
    }
    return values;
  }

  /** The property, and beside it whatever else the object must have. */
  private ObjectNode object(JsonNode schema, String name, JsonNode value) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (JsonNode required : schema.path("required")) {
      JsonNode property = schema.get("properties").get(required.asString());
      object.set(required.asString(), values(property, required.asString()).get(0));
    }
    object.set(name, value);
    return object;
  }

  private static ArrayNode array(JsonNode item) {
    return JsonNodeFactory.instance.arrayNode().add(item);
  }
}
