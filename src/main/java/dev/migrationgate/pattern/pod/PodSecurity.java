package dev.migrationgate.pattern.pod;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a namespace demands of its pods (Kubernetes documentation, Pod Security Standards). */
public final class PodSecurity {
  private static final String ENFORCE = "pod-security.kubernetes.io/enforce";
  private static final String CONTEXT = "securityContext";

  private PodSecurity() {}

  /** The level that a Job's namespace enforces, empty where the input does not tell. */
  public static Optional<String> enforcedOn(Resource job, Resources resources) {
    Optional<Resource> namespace = resources.namespaceOf(job);
    return namespace.isPresent() ? namespace.get().label(ENFORCE) : Optional.empty();
  }

  /** What of a pod the level forbids, in the words of the admission controller. */
  public static List<String> violations(PodTemplate pod, String level) {
    List<String> found = new ArrayList<>();
    if (level.equals("privileged")) {
      return found;
    }
    for (String host : new String[] {"hostNetwork", "hostPID", "hostIPC"}) {
      addIf(pod.spec().has("true", host), host + "=true", found);
    }
    for (Node volume : pod.spec().items("volumes")) {
      addIf(volume.get("hostPath").isPresent(), "hostPath volumes", found);
    }
    for (Container container : pod.allContainers()) {
      addIf(container.node().has("true", CONTEXT, "privileged"), "privileged", found);
      if (level.equals("restricted")) {
        addRestricted(pod.spec(), container.node(), found);
      }
    }
    return found;
  }

  private static void addRestricted(Node pod, Node container, List<String> found) {
    addIf(
        !container.has("false", CONTEXT, "allowPrivilegeEscalation"),
        "allowPrivilegeEscalation != false",
        found);
    addIf(!dropsAll(container), "unrestricted capabilities", found);
    addIf(!either(pod, container, "runAsNonRoot").equals("true"), "runAsNonRoot != true", found);
    addIf(either(pod, container, "runAsUser").equals("0"), "runAsUser=0", found);
    String profile =
        container
            .text(CONTEXT, "seccompProfile", "type")
            .orElse(pod.text(CONTEXT, "seccompProfile", "type").orElse(""));
    addIf(
        !profile.equals("RuntimeDefault") && !profile.equals("Localhost"), "seccompProfile", found);
  }

  /** The container's own setting, else the pod's. */
  private static String either(Node pod, Node container, String key) {
    return container.text(CONTEXT, key).orElse(pod.text(CONTEXT, key).orElse(""));
  }

  private static boolean dropsAll(Node container) {
    for (Node capability : container.items(CONTEXT, "capabilities", "drop")) {
      if (capability.has("ALL")) {
        return true;
      }
    }
    return false;
  }

  private static void addIf(boolean violated, String what, List<String> found) {
    if (violated && !found.contains(what)) {
      found.add(what);
    }
  }
}
