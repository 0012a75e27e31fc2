package dev.migrationgate.pattern.migration;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.shell.ShellCommand;
import dev.migrationgate.yaml.Entry;
import dev.migrationgate.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The scripts that containers start from where a ConfigMap of the input is mounted. */
public final class MountedScripts {
  private final Resources resources;

  /**
   * @param resources all of the input: the ConfigMaps among them hold the scripts
   */
  public MountedScripts(Resources resources) {
    this.resources = resources;
  }

  /** The commands of all scripts whose paths stand in a container's command line. */
  List<ShellCommand> startedBy(Container container, Resource owner) {
    List<ShellCommand> commands = new ArrayList<>();
    for (Container.Word word : container.words()) {
      commands.addAll(ShellCommand.parse(text(word.text(), container, owner).orElse("")));
    }
    return commands;
  }

  /**
   * The script that lies at a path of a container, empty where none of the input does; of a path
   * such as {@code /sql/*.sql} all that it leads to, one behind the other.
   */
  Optional<String> text(String path, Container container, Resource owner) {
    for (Node mount : container.node().items("volumeMounts")) {
      String folder = mount.text("mountPath").orElse("");
      Optional<Node> volume = configMapVolume(container, mount.text("name").orElse(""));
      if (volume.isEmpty() || folder.isEmpty()) {
        continue;
      }
      String file = fileIn(folder, mount.text("subPath").orElse(""), path);
      String text = file.isEmpty() ? "" : text(volume.get(), file, owner);
      if (!text.isEmpty()) {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  /** What lies in all that a container mounts. */
  List<String> texts(Container container, Resource owner) {
    List<String> texts = new ArrayList<>();
    for (Node mount : container.node().items("volumeMounts")) {
      Optional<Node> volume = configMapVolume(container, mount.text("name").orElse(""));
      Optional<Resource> configMap =
          volume.isEmpty() ? Optional.empty() : configMap(volume.get(), owner);
      for (Entry entry :
          configMap.isEmpty() ? List.<Entry>of() : configMap.get().root().entries("data")) {
        texts.add(entry.value().text().orElse(""));
      }
    }
    return texts;
  }

  private Optional<Resource> configMap(Node volume, Resource owner) {
    return resources.referred("", "ConfigMap", volume.text("name").orElse(""), owner);
  }

  private static Optional<Node> configMapVolume(Container container, String name) {
    for (Node volume : container.pod().items("volumes")) {
      if (volume.has(name, "name")) {
        return volume.get("configMap");
      }
    }
    return Optional.empty();
  }

  /** The file of a volume that a path leads to, empty where it leads elsewhere. */
  private static String fileIn(String folder, String subPath, String path) {
    if (!subPath.isEmpty()) {
      return path.equals(folder) ? subPath : "";
    }
    String prefix = folder.endsWith("/") ? folder : folder + "/";
    return path.startsWith(prefix) ? path.substring(prefix.length()) : "";
  }

  private String text(Node volume, String file, Resource owner) {
    String key = file;
    for (Node item : volume.items("items")) {
      if (item.has(file, "path")) {
        key = item.text("key").orElse(file);
      }
    }
    Optional<Resource> configMap = configMap(volume, owner);
    if (configMap.isEmpty()) {
      return "";
    }
    boolean all = file.indexOf('*') >= 0 && volume.items("items").isEmpty();
    return all
        ? matching(configMap.get(), file)
        : configMap.get().root().text("data", key).orElse("");
  }

  private static String matching(Resource configMap, String pattern) {
    int star = pattern.indexOf('*');
    StringBuilder texts = new StringBuilder();
    for (Entry entry : configMap.root().entries("data")) {
      String name = entry.name();
      boolean matches =
          name.length() >= pattern.length() - 1
              && name.startsWith(pattern.substring(0, star))
              && name.endsWith(pattern.substring(star + 1));
      texts.append(matches ? entry.value().text().orElse("") + "\n" : "");
    }
    return texts.toString();
  }
}
