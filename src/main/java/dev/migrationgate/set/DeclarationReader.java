package dev.migrationgate.set;

import dev.migrationgate.krm.InvalidInput;
import dev.migrationgate.substitute.VariableSettings.From;
import dev.migrationgate.yaml.Document;
import dev.migrationgate.yaml.Entry;
import dev.migrationgate.yaml.Mapping;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.Scalar;
import dev.migrationgate.yaml.Sequence;
import dev.migrationgate.yaml.SourceText;
import dev.migrationgate.yaml.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads of one file where it declares a variable. */
final class DeclarationReader {
  private final String variable;
  private final Set<From> sources;
  private final List<Declaration> declarations = new ArrayList<>();
  private final List<Declaration> elsewhere = new ArrayList<>();

  /**
   * @param sources the ConfigMaps and Secrets whose declarations count
   */
  DeclarationReader(String variable, Set<From> sources) {
    this.variable = variable;
    this.sources = sources;
  }

  /** What counts. */
  List<Declaration> declarations() {
    return declarations;
  }

  /** What has the name, in ConfigMaps and Secrets that are no sources of variables. */
  List<Declaration> elsewhere() {
    return elsewhere;
  }

  /** Adds what a file declares. */
  void read(Path file, SourceText source) {
    for (Document document : YamlReader.read(source)) {
      read(file, source, document.root());
    }
  }

  private void read(Path file, SourceText source, Node root) {
    String kind = root.text("kind").orElse("");
    switch (kind) {
      case "List" -> {
        for (Node item : root.items("items")) {
          read(file, source, item);
        }
      }
      case "ConfigMap" -> data(file, source, root, "data", Declaration.Form.VALUE);
      case "Secret" -> {
        data(file, source, root, "data", Declaration.Form.SECRET_BASE64);
        data(file, source, root, "stringData", Declaration.Form.SECRET);
      }
      case "MigrationGate" -> {
        String owner = identity(root);
        value(file, source, owner, root.at("spec", "variables", "values"), declarations);
        value(file, source, owner, root.at("data"), declarations);
      }
      default -> {
        literals(file, source, root, "ConfigMap", Declaration.Form.LITERAL);
        literals(file, source, root, "Secret", Declaration.Form.SECRET_LITERAL);
      }
    }
  }

  private void data(Path file, SourceText source, Node root, String field, Declaration.Form form) {
    Optional<Mapping> data = mapping(root.at(field));
    Optional<Node> value = data.isPresent() ? data.get().get(variable) : Optional.empty();
    if (value.isEmpty() || !(value.get().target() instanceof Scalar scalar)) {
      return;
    }
    boolean counts =
        sources.contains(
            new From(root.text("kind").orElse(""), root.text("metadata", "name").orElse("")));
    Declaration declaration =
        new Declaration(variable, file, source, identity(root), form, scalar, data.get().flow());
    if (counts && root.at("sops", "mac").isPresent()) {
      throw new InvalidInput(
          declaration.place()
              + ": "
              + variable
              + " is encrypted by SOPS, and a change breaks its checksum; set it with sops");
    }
    (counts ? declarations : elsewhere).add(declaration);
  }

  private void value(
      Path file, SourceText source, String owner, Optional<Node> values, List<Declaration> target) {
    Optional<Mapping> mapping = mapping(values);
    Optional<Node> value = mapping.isPresent() ? mapping.get().get(variable) : Optional.empty();
    if (value.isPresent() && value.get().target() instanceof Scalar scalar) {
      target.add(
          new Declaration(
              variable, file, source, owner, Declaration.Form.VALUE, scalar, mapping.get().flow()));
    }
  }

  private void literals(
      Path file, SourceText source, Node root, String kind, Declaration.Form form) {
    String generators = kind.equals("Secret") ? "secretGenerator" : "configMapGenerator";
    for (Node generator : root.items(generators)) {
      From made = new From(kind, generator.text("name").orElse(""));
      Optional<Node> list = generator.get("literals");
      boolean inFlow =
          list.isPresent() && list.get().target() instanceof Sequence items && items.flow();
      for (Node literal : generator.items("literals")) {
        if (literal.target() instanceof Scalar scalar
            && scalar.value().startsWith(variable + "=")) {
          Declaration declaration =
              new Declaration(
                  variable, file, source, generators + " " + made.name(), form, scalar, inFlow);
          (sources.contains(made) ? declarations : elsewhere).add(declaration);
        }
      }
    }
  }

  private static Optional<Mapping> mapping(Optional<Node> node) {
    return node.isPresent() && node.get().target() instanceof Mapping mapping
        ? Optional.of(mapping)
        : Optional.empty();
  }

  private static String identity(Node root) {
    String name = root.text("metadata", "name").orElse("");
    Optional<String> namespace = root.text("metadata", "namespace");
    return root.text("kind").orElse("")
        + " "
        + (namespace.isPresent() ? namespace.get() + "/" : "")
        + name;
  }

  /** True when an image is written with the variable, or a resource's name is. */
  static boolean isUsedIn(Node node, String key, String variable) {
    if (node instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        boolean here =
            entry.name().equals(key)
                && entry.value() instanceof Scalar scalar
                && scalar.value().contains("${" + variable);
        if (here || isUsedIn(entry.value(), key, variable)) {
          return true;
        }
      }
    } else if (node instanceof Sequence sequence) {
      for (Node item : sequence.items()) {
        if (isUsedIn(item, key, variable)) {
          return true;
        }
      }
    }
    return false;
  }
}
