package dev.migrationgate.pattern;

import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.SourceText;
import dev.migrationgate.yaml.YamlReader;

/** Containers for tests, of a few lines of YAML. */
public final class Containers {
  private Containers() {}

  /** The one container of a pod that runs a script in a shell. */
  public static Container shell(String image, String script) {
    return container(
        "{name: migrate, image: '" + image + "', command: [sh, -c, '" + script + "']}");
  }

  /** The one container of a pod. */
  public static Container container(String yaml) {
    Node spec = read("containers:\n  - " + yaml + "\n");
    return new Container(spec.items("containers").get(0), "spec.containers[0]", spec);
  }

  /** The first document of a text. */
  public static Node read(String yaml) {
    return YamlReader.read(new SourceText("test", yaml)).get(0).root();
  }
}
