package dev.migrationgate.pattern.database;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.pod.Environment;
import dev.migrationgate.pattern.pod.PodTemplate;
import dev.migrationgate.pattern.source.Placeholder;
import dev.migrationgate.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** From what a pod knows how to reach a database: ConfigMaps, Secrets, a host that it names. */
public final class DatabaseSources {
  /** Behind a variable's name: its value is the path of a file that holds the setting. */
  private static final String FILE = "_FILE";

  private static final String AUTHORITY = "://";

  private DatabaseSources() {}

  /** Each source, {@code Secret shop-db}. */
  public static Set<String> of(PodTemplate pod, Resource owner, Resources resources) {
    Set<String> sources = new LinkedHashSet<>();
    for (Container container : pod.containers()) {
      for (Node variable : container.node().items("env")) {
        String name = variable.text("name").orElse("");
        if (DatabaseAddress.isSetting(name)) {
          add(variable.text("valueFrom", "secretKeyRef", "name"), "Secret", sources);
          add(variable.text("valueFrom", "configMapKeyRef", "name"), "ConfigMap", sources);
          addHost(name, variable.text("value").orElse(""), sources);
        } else if (DatabaseAddress.isCredential(name)) {
          add(variable.text("valueFrom", "secretKeyRef", "name"), "Secret", sources);
        } else if (name.endsWith(FILE)) {
          addMounted(
              name.substring(0, name.length() - FILE.length()),
              variable.text("value").orElse(""),
              container,
              sources);
        }
      }
      // What a whole Secret holds is not told, but credentials it is; a whole ConfigMap is
      // anything.
      for (Node from : container.node().items("envFrom")) {
        add(from.text("secretRef", "name"), "Secret", sources);
      }
      for (String url : urls(container)) {
        addHost("URL", url, sources);
      }
      // What ConfigMaps and Secrets of the input say.
      Environment environment = Environment.of(container, owner, resources);
      for (String name : environment.variables().keySet()) {
        if (DatabaseAddress.isSetting(name)) {
          addHost(name, environment.value(name).orElse(""), sources);
        }
      }
    }
    return sources;
  }

  /** ConfigMaps of which each setting, a database's too, is a variable of the pod. */
  public static Set<String> wholeIn(PodTemplate pod) {
    Set<String> wholes = new LinkedHashSet<>();
    for (Container container : pod.containers()) {
      for (Node from : container.node().items("envFrom")) {
        if (from.text("prefix").isEmpty()) {
          add(from.text("configMapRef", "name"), "ConfigMap", wholes);
        }
      }
    }
    return wholes;
  }

  /** True when nothing leads a pod's containers to a database: no variable, file or annotation. */
  public static boolean areNoneIn(PodTemplate pod) {
    for (Container container : pod.containers()) {
      if (container.node().get("envFrom").isPresent()
          || mayLead(container)
          || !urls(container).isEmpty()) {
        return false;
      }
    }
    for (Node volume : pod.spec().items("volumes")) {
      if (volume.get("emptyDir").isEmpty() && volume.get("persistentVolumeClaim").isEmpty()) {
        return false;
      }
    }
    return pod.template().entries("metadata", "annotations").isEmpty();
  }

  private static List<String> urls(Container container) {
    List<String> urls = new ArrayList<>();
    for (Container.Word word : container.words()) {
      urls.addAll(urlsIn(word.text()));
    }
    return urls;
  }

  /** The addresses of databases in a command: {@code -url=jdbc:postgresql://db:5432/shop}. */
  static List<String> urlsIn(String text) {
    List<String> urls = new ArrayList<>();
    int at = text.indexOf(AUTHORITY);
    while (at >= 0) {
      int start = at;
      while (start > 0 && isOfScheme(text.charAt(start - 1))) {
        start--;
      }
      int end = at;
      while (end < text.length() && " \t\r\n\"'`;,".indexOf(text.charAt(end)) < 0) {
        end++;
      }
      String kind = DatabaseAddress.kind(text.substring(start, at));
      if (DatabasePlace.isScheme(kind) || kind.equals("clickhouse")) {
        urls.add(text.substring(start, end));
      }
      at = text.indexOf(AUTHORITY, end);
    }
    return urls;
  }

  private static boolean isOfScheme(char c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == ':';
  }

  /** True for a container one of whose variables may say how to reach a database. */
  static boolean mayLead(Container container) {
    for (Node variable : container.node().items("env")) {
      String name = variable.text("name").orElse("");
      String key =
          variable
              .text("valueFrom", "secretKeyRef", "key")
              .orElse(variable.text("valueFrom", "configMapKeyRef", "key").orElse(""));
      String value = variable.text("value").orElse("");
      if (mayBeSetting(name) || mayBeSetting(key.replace('-', '_')) || value.contains("://")) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayBeSetting(String name) {
    return DatabaseAddress.isSetting(name)
        || DatabaseAddress.isCredential(name)
        || DatabaseAddress.isWhole(name);
  }

  private static void add(Optional<String> name, String kind, Set<String> sources) {
    if (name.isPresent()) {
      sources.add(kind + " " + name.get());
    }
  }

  /** {@code DATABASE_URL_FILE=/run/secrets/database-url}: the Secret that is mounted there. */
  private static void addMounted(
      String name, String path, Container container, Set<String> sources) {
    if (!DatabaseAddress.isSetting(name) && !DatabaseAddress.isCredential(name)) {
      return;
    }
    for (Node mount : container.node().items("volumeMounts")) {
      String folder = mount.text("mountPath").orElse("");
      if (folder.isEmpty() || !(path.equals(folder) || path.startsWith(folder + "/"))) {
        continue;
      }
      for (Node volume : container.pod().items("volumes")) {
        if (volume.text("name").equals(mount.text("name"))) {
          add(volume.text("secret", "secretName"), "Secret", sources);
        }
      }
    }
  }

  /** A Service has a short name and longer ones. */
  private static String withoutNamespace(String host) {
    int dot = host.indexOf('.');
    boolean service = host.endsWith(".svc") || host.endsWith(".svc.cluster.local");
    return service && dot > 0 ? host.substring(0, dot) : host;
  }

  private static void addHost(String name, String value, Set<String> sources) {
    String host = DatabaseAddress.host(name, value);
    boolean open = host.indexOf('$') >= 0 || host.equals("localhost") || host.startsWith("127.");
    if (!host.isEmpty() && !open && Placeholder.in(host).isEmpty()) {
      sources.add("from host " + withoutNamespace(host));
    }
  }
}
