package dev.migrationgate.conformance;

import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Executed results of other tools, which lie outside the repository. */
final class SharedVectors {
  private static final String PROPERTY = "migrationgate.shared";

  private SharedVectors() {}

  /** A file of the folder {@code vectors}. */
  static JsonNode read(String file) {
    return JsonMapper.shared().readTree(folder().resolve("vectors").resolve(file));
  }

  /** The folder beside the repository; fails loudly when nobody said where that is. */
  static Path folder() {
    String shared = System.getProperty(PROPERTY, "");
    if (shared.isEmpty()) {
      throw new IllegalStateException(
          "set -D" + PROPERTY + " to the folder that holds vectors/ and corpus/");
    }
    return Path.of(shared);
  }
}
