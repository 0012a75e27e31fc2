package dev.migrationgate.files;

import dev.migrationgate.yaml.Document;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.SourceText;
import java.nio.file.Path;
import java.util.List;

/**
 * A file that was read.
 *
 * @param path its path as the user sees it
 * @param documents what stands in it
 */
public record Manifest(Path path, SourceText source, List<Document> documents) {
  public Manifest {
    documents = List.copyOf(documents);
  }

  /** True for our own configuration, which is no resource of the build. */
  boolean isOwnConfig() {
    return documents.size() == 1 && isOwnConfig(documents.get(0).root());
  }

  private static boolean isOwnConfig(Node root) {
    return root.has("MigrationGate", "kind")
        && root.text("apiVersion").orElse("").startsWith("fn.migrationgate.dev/");
  }
}
