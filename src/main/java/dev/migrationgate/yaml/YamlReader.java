package dev.migrationgate.yaml;

import java.util.List;
import java.util.Optional;

/** Reads a stream of YAML documents (JSON is YAML) into trees. */
public final class YamlReader {
  private YamlReader() {}

  /**
   * Reads all documents of a text, none of an empty one.
   *
   * @throws InvalidYaml for what no YAML parser reads, duplicate keys, and what goes past {@link
   *     Limits#DEFAULT}
   */
  public static List<Document> read(SourceText source) {
    return read(source, Limits.DEFAULT);
  }

  static List<Document> read(SourceText source, Limits limits) {
    Optional<List<Document>> documents = BlockReader.read(source.text(), limits);
    return documents.isPresent() ? documents.get() : EngineReader.read(source, limits);
  }
}
