package dev.migrationgate.pattern.database;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.pod.PodTemplate;
import dev.migrationgate.yaml.Entry;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A password that a pod gets as a literal: in its environment, its command line, or a ConfigMap
 * that it reads its environment from.
 *
 * @param resource that holds it
 * @param what names it, never says it
 */
public record PlainPassword(Resource resource, String path, Node node, String what) {
  private static final Set<String> NAMES =
      Set.of("PASSWORD", "PASSWD", "PASS", "PWD", "PGPASSWORD");

  /** What variables hold that only speak of passwords: MYSQL_ALLOW_EMPTY_PASSWORD. */
  private static final Set<String> SWITCHES = Set.of("true", "false", "yes", "no", "0", "1");

  /** What people write where the password is to go, and references to it. */
  private static final List<String> PLACEHOLDERS =
      List.of(
          "$",
          "{",
          "%s",
          "<",
          "__",
          "***",
          "xxx",
          "changeme",
          "change-me",
          "change_me",
          "change me",
          "replace",
          "todo",
          "tbd",
          "placeholder",
          "redacted",
          "your-",
          "your_",
          "yourpass");

  /** The passwords of a pod. */
  public static List<PlainPassword> in(Resource owner, PodTemplate pod, Resources resources) {
    List<PlainPassword> found = new ArrayList<>();
    Set<String> read = new LinkedHashSet<>();
    for (Container container : pod.allContainers()) {
      addVariables(owner, container, read, found);
      addWords(owner, container, "command", found);
      addWords(owner, container, "args", found);
    }
    for (String name : read) {
      for (Resource configMap : resources.named("", "ConfigMap", name, owner.namespace())) {
        addData(configMap, found);
      }
    }
    return found;
  }

  private static void addVariables(
      Resource owner, Container container, Set<String> configMaps, List<PlainPassword> found) {
    for (Node from : container.node().items("envFrom")) {
      configMaps.add(from.text("configMapRef", "name").orElse(""));
    }
    List<Node> variables = container.node().items("env");
    for (int i = 0; i < variables.size(); i++) {
      Node variable = variables.get(i);
      configMaps.add(variable.text("valueFrom", "configMapKeyRef", "name").orElse(""));
      Optional<Scalar> value = variable.scalar("value");
      if (value.isPresent()) {
        String name = variable.text("name").orElse("");
        add(owner, container.path() + ".env[" + i + "].value", name, value.get(), found);
      }
    }
  }

  private static void addWords(
      Resource owner, Container container, String field, List<PlainPassword> found) {
    List<Node> words = container.node().items(field);
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).target() instanceof Scalar word) {
        add(owner, container.path() + "." + field + "[" + i + "]", "", word, found);
      }
    }
  }

  private static void addData(Resource configMap, List<PlainPassword> found) {
    for (Entry entry : configMap.root().entries("data")) {
      if (entry.value().target() instanceof Scalar value) {
        add(configMap, "data." + entry.name(), entry.name(), value, found);
      }
    }
  }

  /** A value that substitution put in stands nowhere in the manifest. */
  private static void add(
      Resource resource, String path, String name, Scalar value, List<PlainPassword> found) {
    boolean substituted = !value.value().equals(value.written());
    if (substituted && value.written().indexOf('$') >= 0) {
      return;
    }
    String text = value.value().trim();
    if (isPasswordName(name) && isPassword(text) && text.indexOf('/') != 0) {
      found.add(new PlainPassword(resource, path, value, "the password " + name));
    } else if (isPassword(ofUrl(text))) {
      String where = name.isEmpty() ? "a URL" : "the URL " + name;
      found.add(new PlainPassword(resource, path, value, "the password in " + where));
    }
  }

  private static boolean isPasswordName(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return NAMES.contains(upper.substring(upper.lastIndexOf('_') + 1));
  }

  private static boolean isPassword(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (text.isEmpty() || SWITCHES.contains(lower)) {
      return false;
    }
    for (String placeholder : PLACEHOLDERS) {
      if (lower.contains(placeholder)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The password of {@code scheme://user:password@host}, empty where there is none; Redis' has no
   * user.
   */
  private static String ofUrl(String text) {
    int scheme = text.indexOf("://");
    if (scheme < 0) {
      return "";
    }
    int from = scheme + 3;
    int end = from;
    while (end < text.length() && " \t\n\"'/?".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String authority = text.substring(from, end);
    int at = authority.lastIndexOf('@');
    int colon = authority.indexOf(':');
    return colon >= 0 && at > colon ? authority.substring(colon + 1, at) : "";
  }
}
