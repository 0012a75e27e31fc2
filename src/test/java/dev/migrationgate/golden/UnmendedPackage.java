package dev.migrationgate.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The package that every rule is content with, in files, but for one annotation of its Job.
 *
 * @param job the file of the Job
 * @param text what it says
 */
public record UnmendedPackage(Path job, String text) {
  /** The line that is not there. */
  public static final String ANNOTATION = "    kustomize.toolkit.fluxcd.io/force: Enabled\n";

  /** Writes it, each resource into a file of its own. */
  public static UnmendedPackage in(Path folder) throws IOException {
    Path job = folder.resolve("migration-job.yaml");
    String unmended = "";
    String[] documents = Files.readString(Path.of("testdata/good/input.yaml")).split("(?m)^---\n");
    for (int i = 0; i < documents.length; i++) {
      if (documents[i].contains("kind: Job\n")) {
        unmended = documents[i].replace("  annotations:\n" + ANNOTATION, "");
        Files.writeString(job, unmended);
      } else {
        Files.writeString(folder.resolve("resource-" + i + ".yaml"), documents[i]);
      }
    }
    Files.writeString(
        folder.resolve("migration-gate.yaml"),
        """
        apiVersion: fn.migrationgate.dev/v1alpha1
        kind: MigrationGate
        spec:
          deliverer: flux
        """);
    return new UnmendedPackage(job, unmended);
  }
}
