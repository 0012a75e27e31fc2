package dev.migrationgate.config;

import dev.migrationgate.yaml.Document;
import dev.migrationgate.yaml.Entry;
import dev.migrationgate.yaml.Mapping;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.Scalar;
import dev.migrationgate.yaml.SourceText;
import dev.migrationgate.yaml.YamlReader;
import java.util.List;

/**
 * Reads a functionConfig: none, a MigrationGate with {@code spec}, or a ConfigMap or MigrationGate
 * with flat {@code data}.
 */
public final class ConfigReader {
  static final String API_VERSION = "fn.migrationgate.dev/v1alpha1";
  static final String KIND = "MigrationGate";
  private static final String SPEC = "spec";

  private ConfigReader() {}

  /**
   * Parses a file; an empty one is an empty configuration.
   *
   * @throws InvalidConfig for anything that it does not know
   */
  public static Config read(SourceText source) {
    List<Document> documents = YamlReader.read(source);
    return documents.isEmpty() ? Config.DEFAULT : read(source, documents.get(0).root());
  }

  /**
   * Parses a project's file: the {@code spec} alone, or a whole MigrationGate, in either case with
   * the globs of the files to read.
   *
   * @throws InvalidConfig for anything that it does not know
   */
  public static ProjectConfig readProject(SourceText source) {
    List<Document> documents = YamlReader.read(source);
    if (documents.isEmpty() || isNull(documents.get(0).root())) {
      return ProjectConfig.DEFAULT;
    }
    Node root = documents.get(0).root();
    if (!(root.target() instanceof Mapping)) {
      throw new Fields(source, root, "").invalid(root, "the configuration is no mapping");
    }
    boolean whole = root.get("kind").isPresent() || root.get("apiVersion").isPresent();
    if (!whole) {
      if (root.get(SPEC).isPresent()) {
        throw new Fields(source, root, "")
            .invalid(
                root.get(SPEC).get(), "the fields of spec stand here without spec around them");
      }
      return new SpecReader(source, root, "").readProject();
    }
    if (root.has(KIND, "kind")
        && root.has(API_VERSION, "apiVersion")
        && root.get(SPEC).isPresent()
        && root.get(SPEC).get().target() instanceof Mapping spec) {
      return new SpecReader(source, spec, SPEC).readProject();
    }
    return new ProjectConfig(read(source, root), List.of(), List.of());
  }

  private static boolean isNull(Node node) {
    return node instanceof Scalar scalar && scalar.isNull();
  }

  /**
   * Parses a configuration.
   *
   * @param source the text in which it stands, for messages
   * @throws InvalidConfig for anything that it does not know
   */
  public static Config read(SourceText source, Node root) {
    Fields fields = new Fields(source, root, "");
    if (!(root.target() instanceof Mapping mapping)) {
      throw fields.invalid(root, "the functionConfig is no mapping");
    }
    if (mapping.entries().isEmpty()) {
      return Config.DEFAULT;
    }
    String kind = root.text("kind").orElse("");
    return switch (kind) {
      case KIND -> own(source, mapping, fields);
      case "ConfigMap" -> flat(source, mapping, fields);
      default ->
          throw fields.invalid(
              root.get("kind").orElse(root),
              "kind is \"" + kind + "\"; it must be " + KIND + " or ConfigMap");
    };
  }

  private static Config own(SourceText source, Mapping root, Fields fields) {
    boolean flat = root.entry("data").isPresent();
    String apiVersion = root.text("apiVersion").orElse("");
    if (!apiVersion.equals(API_VERSION) && !(flat && apiVersion.equals("v1"))) {
      throw fields.invalid(
          root.get("apiVersion").orElse(root),
          "apiVersion is \"" + apiVersion + "\"; it must be " + API_VERSION);
    }
    if (flat && root.entry("spec").isPresent()) {
      throw fields.invalid(root.get("data").orElse(root), "data and spec together; use spec");
    }
    if (flat) {
      return flat(source, root, fields);
    }
    fields.checkKnown(List.of("apiVersion", "kind", "metadata", "spec", "status"));
    Node spec = root.get("spec").orElse(root);
    return spec == root || spec.target() instanceof Mapping
        ? new SpecReader(source, spec == root ? emptyMapping(root) : spec, SPEC).read()
        : nullSpec(fields, spec);
  }

  private static Config nullSpec(Fields fields, Node spec) {
    if (spec.scalar().isPresent()) {
      throw fields.invalid(spec, "spec is no mapping");
    }
    return Config.DEFAULT;
  }

  private static Mapping emptyMapping(Mapping at) {
    return new Mapping(List.<Entry>of(), false, at.start(), at.end());
  }

  private static Config flat(SourceText source, Mapping root, Fields fields) {
    fields.checkKnown(List.of("apiVersion", "kind", "metadata", "data", "binaryData", "immutable"));
    return new FlatReader(source, root.get("data").orElse(emptyMapping(root))).read();
  }
}
