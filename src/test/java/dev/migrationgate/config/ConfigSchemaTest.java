package dev.migrationgate.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.migrationgate.fix.Reach;
import dev.migrationgate.pattern.delivery.Deliverer;
import dev.migrationgate.pattern.migration.DeclaredMigration;
import dev.migrationgate.rules.Parameter;
import dev.migrationgate.rules.Rule;
import dev.migrationgate.rules.Rules;
import dev.migrationgate.rules.Severity;
import dev.migrationgate.substitute.VariableSettings;
import dev.migrationgate.yaml.SourceText;
import dev.migrationgate.yaml.YamlReader;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON Schema of the functionConfig and the parser say the same. */
class ConfigSchemaTest {
  private static final Path FOLDER = Path.of("fn-config");
  private static final JsonMapper JSON = new JsonMapper();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final JsonNode TEXT = read(FOLDER.resolve("migrationgate.schema.json"));
  private static final Schema SCHEMA = REGISTRY.getSchema(TEXT);

  @Test
  void isASchema() {
    Schema meta =
        REGISTRY.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
    assertThat(meta.validate(TEXT)).isEmpty();
  }

  // --- documents

  static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>(List.of(Path.of("examples/shop/migration-gate.yaml")));
    try (Stream<Path> all = Files.list(FOLDER)) {
      all.filter(file -> file.toString().endsWith(".yaml"))
          .filter(file -> !asJson(file).path("kind").asString().equals("Kustomization"))
          .sorted()
          .forEach(files::add);
    }
    return files;
  }

  @ParameterizedTest
  @MethodSource("files")
  void acceptsWhatStandsInTheRepository(Path file) throws IOException {
    assertThat(SCHEMA.validate(asJson(file))).isEmpty();
    parse(Files.readString(file));
  }

  static List<SchemaExamples.Example> examples() {
    return SchemaExamples.of(TEXT);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void bothAcceptEveryPropertyOfTheSchema(SchemaExamples.Example example) {
    assertThat(SCHEMA.validate(example.document())).isEmpty();
    parse(example.document().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'kind': 'Gate'}",
        "{'kind': 'MigrationGate', 'spec': {}}",
        "{'apiVersion': 'fn.migrationgate.dev/v2', 'kind': 'MigrationGate'}",
        "{'apiVersion': 'fn.migrationgate.dev/v1alpha1', 'kind': 'MigrationGate', 'specs': {}}",
        "{'apiVersion': 'fn.migrationgate.dev/v1alpha1', 'kind': 'MigrationGate', 'spec': 'on'}",
        "spec: {'variable': {}}",
        "spec: {'variables': {'value': {}}}",
        "spec: {'variables': {'values': {'IMAGE-TAG': 'v1'}}}",
        "spec: {'variables': {'values': {'IMAGE_TAG': 1.10}}}",
        "spec: {'variables': {'values': {'IMAGE_TAG': ['v1']}}}",
        "spec: {'variables': {'from': {'configMap': 'versions'}}}",
        "spec: {'variables': {'from': ['versions']}}",
        "spec: {'variables': {'from': [{}]}}",
        "spec: {'variables': {'from': [{'configMap': 'versions', 'secret': 'versions'}]}}",
        "spec: {'variables': {'from': [{'name': 'versions'}]}}",
        "spec: {'variables': {'undefined': 'ignore'}}",
        "spec: {'deliverer': 'jenkins'}",
        "spec: {'deliverer': 'unknown'}",
        "spec: {'order': 'yes'}",
        "spec: {'fix': ['destructive-command']}",
        "spec: {'fix': 'safe'}",
        "spec: {'require': -1}",
        "spec: {'require': 'all'}",
        "spec: {'rules': ['gate-mode']}",
        "spec: {'rules': {'gate-mod': {'severity': 'off'}}}",
        "spec: {'rules': {'gate-mode': 'off'}}",
        "spec: {'rules': {'gate-mode': {'severity': 'fatal'}}}",
        "spec: {'rules': {'gate-mode': {'level': 'off'}}}",
        "spec: {'rules': {'gate-mode': {'limit': 1}}}",
        "spec: {'rules': {'all': {'limit': 1}}}",
        "spec: {'rules': {'all': {'ignoreSuppressions': 'yes'}}}",
        "spec: {'rules': {'gate-mode': {'ignoreSuppressions': true}}}",
        "spec: {'migrations': {'job': 'shop-schema'}}",
        "spec: {'migrations': [{'workloads': ['Deployment/shop']}]}",
        "spec: {'migrations': [{'job': 'shop-schema', 'workloads': ['shop']}]}",
        "spec: {'migrations': [{'job': 'shop-schema', 'workload': 'Deployment/shop'}]}",
        "data: {'IMAGE-TAG': 'v1'}",
        "data: {'undefined': 'ignore'}",
        "data: {'deliverer': 'jenkins'}",
        "data: {'order': 'yes'}",
        "data: {'require': 'all'}",
        "data: {'fix': 'destructive-command'}",
        "data: {'rules.gate-mod.severity': 'off'}",
        "data: {'rules.gate-mode.severity': 'fatal'}",
        "data: {'rules.gate-mode.level': 'off'}",
        "data: {'rules.all.limit': '1'}",
        "data: {'rules.all.ignoreSuppressions': 'yes'}",
        "data: {'rules.gate-mode': 'off'}",
      })
  void bothRefuse(String wrong) {
    String document = wrong.replace('\'', '"');
    if (document.startsWith("spec: ")) {
      document =
          "{\"apiVersion\": \"fn.migrationgate.dev/v1alpha1\", \"kind\": \"MigrationGate\", \"spec\": "
              + document.substring("spec: ".length())
              + "}";
    } else if (document.startsWith("data: ")) {
      document =
          "{\"kind\": \"ConfigMap\", \"data\": " + document.substring("data: ".length()) + "}";
    }
    String text = document;
    assertThat(SCHEMA.validate(JSON.readTree(text))).isNotEmpty();
    assertThatExceptionOfType(InvalidConfig.class).isThrownBy(() -> parse(text));
  }

  // --- vocabulary

  /** Whatever the parser reads ends up in these records. */
  @Test
  void knowsEveryFieldOfTheParser() {
    assertThat(properties("spec")).isEqualTo(components(Config.class));
    assertThat(properties("variables")).isEqualTo(components(VariableSettings.class));
    assertThat(properties("migration")).isEqualTo(components(DeclaredMigration.class));

    Set<String> flat = components(Config.class);
    flat.addAll(components(VariableSettings.class));
    flat.removeAll(Set.of("variables", "values", "rules", "migrations"));
    assertThat(properties("data"))
        .filteredOn(name -> !name.startsWith("rules."))
        .containsExactlyElementsOf(flat);
  }

  @Test
  void knowsEveryFix() {
    Set<String> words = new TreeSet<>(Set.of(Options.SAFE, Options.WIRE));
    for (Rule rule : Rules.ALL) {
      if (rule.reach() != Reach.NONE) {
        words.add(rule.id());
      }
    }
    List<String> known = new ArrayList<>();
    definition("fix").get("enum").forEach(word -> known.add(word.asString()));
    assertThat(known).containsExactlyInAnyOrderElementsOf(words);
    String pattern = "^( *(" + String.join("|", known) + ") *(,|$))*$";
    assertThat(definition("data").get("properties").get("fix").get("pattern").asString())
        .isEqualTo(pattern);
  }

  @Test
  void knowsEveryRuleAndItsParameters() {
    Set<String> ids = new TreeSet<>(Set.of("all"));
    Set<String> flat = new TreeSet<>();
    for (String field : Options.ALL_FIELDS) {
      flat.add("rules.all." + field);
    }
    assertThat(names(definition("rules").get("properties").path("all")))
        .containsExactlyInAnyOrderElementsOf(Options.ALL_FIELDS);
    for (Rule rule : Rules.ALL) {
      ids.add(rule.id());
      JsonNode described = definition("rules").get("properties").path(rule.id());
      assertThat(described.path("description").asString())
          .as(rule.id())
          .isEqualTo(rule.title() + ".");
      Set<String> fields = new TreeSet<>(Set.of("severity"));
      for (Parameter parameter : rule.parameters()) {
        fields.add(parameter.name());
        assertThat(described.at("/properties/" + parameter.name() + "/description").asString())
            .isEqualTo(parameter.description());
      }
      assertThat(names(described)).as(rule.id()).isEqualTo(fields);
      fields.forEach(field -> flat.add("rules." + rule.id() + "." + field));
    }
    assertThat(properties("rules")).isEqualTo(ids);
    assertThat(properties("data"))
        .filteredOn(name -> name.startsWith("rules."))
        .containsExactlyElementsOf(flat);
  }

  @Test
  void knowsEveryWordOfTheParser() {
    Set<String> deliverers = new TreeSet<>(Set.of("auto"));
    for (Deliverer deliverer : Deliverer.values()) {
      if (deliverer != Deliverer.UNKNOWN) {
        deliverers.add(deliverer.id());
      }
    }
    assertThat(words("spec", "/properties/deliverer")).isEqualTo(deliverers);
    assertThat(words("data", "/properties/deliverer")).isEqualTo(deliverers);

    Set<String> severities = new TreeSet<>(Set.of("default", "off"));
    for (Severity severity : Severity.values()) {
      severities.add(severity.id());
    }
    assertThat(words("severity", "")).isEqualTo(severities);

    Set<String> undefined = new TreeSet<>();
    for (VariableSettings.Undefined choice : VariableSettings.Undefined.values()) {
      undefined.add(choice.name().toLowerCase(Locale.ROOT));
    }
    assertThat(words("variables", "/properties/undefined")).isEqualTo(undefined);
    assertThat(words("data", "/properties/undefined")).isEqualTo(undefined);
  }

  // --- helpers

  private static void parse(String text) {
    SourceText source = new SourceText("config", text);
    ConfigReader.read(source, YamlReader.read(source).get(0).root());
  }

  private static JsonNode read(Path file) {
    return JSON.readTree(file);
  }

  private static JsonNode asJson(Path file) {
    try {
      Load load = new Load(LoadSettings.builder().build());
      return JSON.valueToTree(load.loadFromString(Files.readString(file)));
    } catch (IOException e) {
      throw new AssertionError(file.toString(), e);
    }
  }

  private static JsonNode definition(String name) {
    return TEXT.get("$defs").get(name);
  }

  private static Set<String> properties(String definition) {
    return names(definition(definition));
  }

  private static Set<String> names(JsonNode object) {
    return new TreeSet<>(object.get("properties").propertyNames());
  }

  private static Set<String> words(String definition, String path) {
    Set<String> words = new TreeSet<>();
    for (JsonNode word : definition(definition).at(path + "/enum")) {
      words.add(word.asString());
    }
    return words;
  }

  private static Set<String> components(Class<? extends Record> record) {
    Set<String> names = new TreeSet<>();
    for (RecordComponent component : record.getRecordComponents()) {
      names.add(component.getName());
    }
    return names;
  }

  private static Set<String> with(Set<String> names, String another) {
    Set<String> more = new TreeSet<>(names);
    more.add(another);
    return more;
  }
}
