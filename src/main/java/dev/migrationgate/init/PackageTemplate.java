package dev.migrationgate.init;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The files of a new service's package. The templates are plain YAML with words like {@code
 * __name__} in them.
 */
public final class PackageTemplate {
  private static final List<String> MANIFESTS =
      List.of(
          "Kptfile",
          "configmap.yaml",
          "deployment-variables.yaml",
          "deployment.yaml",
          "kustomization.yaml",
          "migration-gate.yaml",
          "migration-job.yaml",
          "role.yaml",
          "rolebinding.yaml",
          "service.yaml",
          "serviceaccount.yaml");

  private PackageTemplate() {}

  /** The files of the service's package, their paths seen from the service's folder. */
  public static List<NewFile> fill(NewService service) {
    List<NewFile> files = new ArrayList<>();
    files.add(file(service, ".github/workflows/release.yaml", "github-release.yaml"));
    files.add(file(service, ".gitlab-ci.yml", "gitlab-ci.yml"));
    files.add(
        file(service, "Dockerfile.migration", "docker/" + service.tool().id() + ".Dockerfile"));
    files.add(file(service, "flux/" + service.name() + ".yaml", "flux.yaml"));
    for (String manifest : MANIFESTS) {
      files.add(file(service, "k8s/" + manifest, "k8s/" + manifest));
    }
    return files;
  }

  /** The name of the Secret that the package expects, and its keys. */
  public static String secret(NewService service) {
    return service.name() + "-secrets (" + secretKeys(service) + ")";
  }

  private static NewFile file(NewService service, String path, String template) {
    return new NewFile(
        Path.of(path),
        read(template)
            .replace("          __environment__\n", environment(service))
            .replace("__command__", command(service))
            .replace("__secret keys__", secretKeys(service))
            .replace("__namespace__", service.namespace())
            .replace("__registry__", service.registry())
            .replace("__name__", service.name()));
  }

  private static String command(NewService service) {
    return service.tool().command().stream()
        .map(word -> '"' + word + '"')
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String secretKeys(NewService service) {
    return service.tool().settings().stream()
        .map(MigrationTool.Setting::key)
        .collect(Collectors.joining(", "));
  }

  /** The same values under the names that the tool knows them by. */
  private static String environment(NewService service) {
    StringBuilder lines = new StringBuilder();
    for (MigrationTool.Setting setting : service.tool().settings()) {
      Optional<String> variable = setting.variable();
      if (variable.isPresent()) {
        lines
            .append(lines.isEmpty() ? "          env:\n" : "")
            .append("            - name: " + variable.get() + "\n")
            .append("              valueFrom:\n")
            .append("                secretKeyRef:\n")
            .append("                  name: __name__-secrets\n")
            .append("                  key: " + setting.key() + "\n");
      }
    }
    return lines.toString();
  }

  private static String read(String template) {
    try (InputStream in = PackageTemplate.class.getResourceAsStream(template)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
