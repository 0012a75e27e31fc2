package dev.migrationgate.substitute;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.yaml.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the role of each scalar of one resource, from the keys that lead to it.
 *
 * <p>Field names and types are those of the Kubernetes API reference, v1.33.
 */
final class FieldRoles {
  private static final Set<String> NUMBERS =
      Set.of(
          "activeDeadlineSeconds",
          "allowPrivilegeEscalation",
          "automountServiceAccountToken",
          "averageUtilization",
          "backoffLimit",
          "backoffLimitPerIndex",
          "completions",
          "containerPort",
          "defaultMode",
          "enableServiceLinks",
          "expirationSeconds",
          "failedJobsHistoryLimit",
          "failureThreshold",
          "fsGroup",
          "gracePeriodSeconds",
          "healthCheckNodePort",
          "hostIPC",
          "hostNetwork",
          "hostPID",
          "hostPort",
          "hostUsers",
          "immutable",
          "initialDelaySeconds",
          "maxFailedIndexes",
          "maxReplicas",
          "maxSurge",
          "maxUnavailable",
          "minAvailable",
          "minReadySeconds",
          "minReplicas",
          "mode",
          "nodePort",
          "number",
          "optional",
          "parallelism",
          "partition",
          "paused",
          "periodSeconds",
          "port",
          "priority",
          "privileged",
          "progressDeadlineSeconds",
          "publishNotReadyAddresses",
          "readOnly",
          "readOnlyRootFilesystem",
          "replicas",
          "revisionHistoryLimit",
          "runAsGroup",
          "runAsNonRoot",
          "runAsUser",
          "setHostnameAsFQDN",
          "shareProcessNamespace",
          "stabilizationWindowSeconds",
          "startingDeadlineSeconds",
          "stdin",
          "stdinOnce",
          "successThreshold",
          "successfulJobsHistoryLimit",
          "supplementalGroups",
          "suspend",
          "targetPort",
          "terminationGracePeriodSeconds",
          "timeoutSeconds",
          "tolerationSeconds",
          "ttlSecondsAfterFinished",
          "tty",
          "weight");

  /** Maps in which Kubernetes takes strings only, whatever the key is called. */
  private static final Set<String> STRING_MAPS =
      Set.of(
          "annotations",
          "args",
          "binaryData",
          "command",
          "data",
          "labels",
          "limits",
          "matchLabels",
          "nodeSelector",
          "parameters",
          "requests",
          "selector",
          "stringData");

  private static final Set<String> NAME_FIELDS =
      Set.of(
          "claimName",
          "configMapName",
          "generateName",
          "namespace",
          "priorityClassName",
          "resourceNames",
          "secretName",
          "serviceAccount",
          "serviceAccountName",
          "serviceName",
          "storageClassName",
          "volumeName");

  /** What stands above a {@code name} that names a resource or a part of a pod. */
  private static final Set<String> NAME_OWNERS =
      Set.of(
          "configMap",
          "containers",
          "ephemeralContainers",
          "imagePullSecrets",
          "initContainers",
          "metadata",
          "roleRef",
          "secret",
          "secrets",
          "service",
          "subjects",
          "volumeMounts",
          "volumes");

  private static final Set<String> JOB_NAME_VARIABLES =
      Set.of("DEPENDENCY_JOBS", "DEPENDENCY_JOBS_JSON");

  private final boolean known;

  FieldRoles(Resource resource) {
    this.known = isKnown(resource);
  }

  private static boolean isKnown(Resource resource) {
    String group = resource.group();
    return group.indexOf('.') < 0
        || group.endsWith(".k8s.io")
        || resource.is("argoproj.io", "Rollout")
        || resource.is("apps.openshift.io", "DeploymentConfig");
  }

  /**
   * The role of the scalar at the end of a path.
   *
   * @param path the keys that lead to it, outermost first; items of a sequence add none
   * @param holder the mapping around it
   * @param container the container around it, empty outside of containers
   */
  FieldRole of(List<String> path, Node holder, Optional<Node> container) {
    int last = path.size() - 1;
    if (last < 0) {
      return FieldRole.TEXT;
    }
    String key = path.get(last);
    String owner = last > 0 ? path.get(last - 1) : "";
    if (isLabel(path, last)) {
      return FieldRole.LABEL;
    }
    if (isJobName(key, owner, holder, container)) {
      return FieldRole.WAIT_ARG;
    }
    boolean inStringMap = STRING_MAPS.contains(owner) || STRING_MAPS.contains(key);
    if (inStringMap) {
      return known || owner.equals("annotations") ? FieldRole.TEXT : FieldRole.UNTYPED;
    }
    if (key.equals("image")) {
      return FieldRole.IMAGE;
    }
    if (NAME_FIELDS.contains(key) || (key.equals("name") && namesSomething(owner))) {
      return FieldRole.NAME;
    }
    if (!known && !path.get(0).equals("metadata") && !path.contains("template")) {
      return FieldRole.UNTYPED;
    }
    return NUMBERS.contains(key) ? FieldRole.NUMBER : FieldRole.TEXT;
  }

  private boolean isLabel(List<String> path, int last) {
    for (int i = last - 1; i >= 0; i--) {
      switch (path.get(i)) {
        case "labels", "matchLabels":
          return true;
        case "selector":
          return known && i == last - 1;
        default:
          break;
      }
    }
    return false;
  }

  private static boolean namesSomething(String owner) {
    return NAME_OWNERS.contains(owner) || owner.endsWith("Ref") || owner.endsWith("Refs");
  }

  private static boolean isJobName(
      String key, String owner, Node holder, Optional<Node> container) {
    return switch (key) {
      case "config.kubernetes.io/depends-on" -> owner.equals("annotations");
      case "args", "command" -> container.isPresent() && WaitCommand.is(container.get());
      case "value" ->
          owner.equals("env") && JOB_NAME_VARIABLES.contains(holder.text("name").orElse(""));
      default -> false;
    };
  }
}
