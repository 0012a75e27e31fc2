package dev.migrationgate.krm;

import dev.migrationgate.yaml.Entry;
import dev.migrationgate.yaml.Mapping;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.Sequence;
import java.util.Optional;

/** Tells which items of an input are nobody's workload: they pass byte for byte, never judged. */
public final class Unowned {
  /** Own annotation: never touched, never judged; the value says why. */
  public static final String IGNORE = "migrationgate.dev/ignore";

  /** The group of our own functionConfig. */
  public static final String CONFIG_GROUP = "fn.migrationgate.dev";

  private static final String LOCAL_CONFIG = "config.kubernetes.io/local-config";
  private static final String PATCH_DIRECTIVE = "$patch";

  private Unowned() {}

  /** True when the resource is not to be changed or judged. */
  public static boolean is(Resource resource) {
    return isIgnored(resource)
        || isLocal(resource)
        || isConfiguration(resource)
        || isEncrypted(resource)
        || isPatch(resource);
  }

  /** True where a person asked us to leave the resource alone. */
  public static boolean isIgnored(Resource resource) {
    return resource.annotation(IGNORE).isPresent();
  }

  /** True for what never reaches a cluster; it may still declare variables. */
  public static boolean isLocal(Resource resource) {
    return resource.annotation(LOCAL_CONFIG).orElse("").equals("true");
  }

  /**
   * True for configuration of tools, for definitions of types, and for OpenShift's Templates, whose
   * <code>${…}</code> are parameters of their own.
   */
  public static boolean isConfiguration(Resource resource) {
    return switch (resource.group()) {
      case CONFIG_GROUP,
          "kpt.dev",
          "kustomize.config.k8s.io",
          "config.kubernetes.io",
          "template.openshift.io" ->
          true;
      // OpenShift's Templates of before they had a group.
      case "" -> resource.kind().equals("Template") && resource.root().get("objects").isPresent();
      case "apiextensions.k8s.io" -> resource.kind().equals("CustomResourceDefinition");
      default -> false;
    };
  }

  /** True for a document that SOPS encrypted: any change breaks its checksum. */
  public static boolean isEncrypted(Resource resource) {
    return resource.root().at("sops", "mac").isPresent();
  }

  /**
   * True for a strategic-merge patch: it holds {@code $patch}, or a pod template with a container
   * that has no image, which no API server would take.
   */
  public static boolean isPatch(Resource resource) {
    Mapping root = resource.root();
    return hasContainerWithoutImage(root.at("spec", "template", "spec"))
        || hasContainerWithoutImage(root.at("spec", "jobTemplate", "spec", "template", "spec"))
        || root.entry(PATCH_DIRECTIVE).isPresent()
        || root.get("spec").isPresent() && holdsDirective(root.get("spec").get());
  }

  private static boolean hasContainerWithoutImage(Optional<Node> podSpec) {
    return podSpec.isPresent()
        && (lacksImage(podSpec.get(), "containers") || lacksImage(podSpec.get(), "initContainers"));
  }

  private static boolean lacksImage(Node podSpec, String list) {
    for (Node container : podSpec.items(list)) {
      if (container.get("image").isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static boolean holdsDirective(Node node) {
    if (node instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        if (entry.name().equals(PATCH_DIRECTIVE) || holdsDirective(entry.value())) {
          return true;
        }
      }
    } else if (node instanceof Sequence sequence) {
      for (Node item : sequence.items()) {
        if (holdsDirective(item)) {
          return true;
        }
      }
    }
    return false;
  }
}
