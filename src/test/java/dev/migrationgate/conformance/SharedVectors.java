package dev.migrationgate.conformance;

import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Executed results of other tools, which lie outside the repository. */
final class SharedVectors {
  private static final String PROPERTY = "migrationgate.shared";

  private SharedVectors() {}

  /** A file of the folder {@code vectors}; fails loudly when nobody said where that is. */
  static JsonNode read(String file) {
    String shared = System.getProperty(PROPERTY, "");
    if (shared.isEmpty()) {
      throw new IllegalStateException("set -D" + PROPERTY + " to the folder that holds vectors/");
    }
    return JsonMapper.shared().readTree(Path.of(shared, "vectors", file));
  }
}
