package dev.migrationgate.pattern;

import dev.migrationgate.krm.NamespacedIndex;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.pattern.database.DatabaseServer;
import dev.migrationgate.pattern.gate.Workload;
import dev.migrationgate.pattern.migration.MigrationJob;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.pod.PodTemplate;
import dev.migrationgate.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What of the input a migration Job needs before it can run. */
public final class Prerequisites {
  private static final String DEPENDS_ON = "config.kubernetes.io/depends-on";

  private final Resources resources;

  /** The RoleBindings by the ServiceAccounts that they name. */
  private final NamespacedIndex bindings = new NamespacedIndex();

  private final NamespacedIndex databases = new NamespacedIndex();

  public Prerequisites(Resources resources) {
    this.resources = resources;
    for (Resource binding : resources.of("rbac.authorization.k8s.io", "RoleBinding")) {
      for (String account : accounts(binding)) {
        bindings.add(account, binding);
      }
    }
    for (Resource resource : resources) {
      if (isDatabase(resource)) {
        databases.add("", resource);
      }
    }
  }

  private static Set<String> accounts(Resource binding) {
    Set<String> accounts = new LinkedHashSet<>();
    for (Node subject : binding.root().items("subjects")) {
      if (subject.has("ServiceAccount", "kind")) {
        accounts.add(subject.text("name").orElse(""));
      }
    }
    return accounts;
  }

  private static boolean isDatabase(Resource resource) {
    Optional<PodTemplate> pod =
        Workload.isWorkload(resource) ? PodTemplate.of(resource) : Optional.empty();
    return pod.isPresent() && DatabaseServer.isRunBy(pod.get());
  }

  /**
   * Namespace, ServiceAccount with its roles and bindings, ConfigMaps, Secrets and what generates
   * them, volumes, and the databases of the Job's namespace, in the order of the input.
   */
  public List<Resource> of(MigrationJob job) {
    List<Resource> found = new ArrayList<>();
    Resource owner = job.resource();
    addNamed("Namespace", owner.namespace(), owner, found);
    addAccess(job, found);
    addReferenced(job, true, found);
    addDatabases(owner, found);
    return found;
  }

  /** What the Job's pod names, and without which it does not start: nothing optional. */
  public List<Resource> ofPod(MigrationJob job) {
    List<Resource> found = new ArrayList<>();
    if (job.pod().namesServiceAccount()) {
      addNamed("ServiceAccount", job.pod().serviceAccount(), job.resource(), found);
    }
    addReferenced(job, false, found);
    return found;
  }

  private void addReferenced(MigrationJob job, boolean optionalToo, List<Resource> found) {
    Resource owner = job.resource();
    for (Container container : job.pod().allContainers()) {
      for (Node from : container.node().items("envFrom")) {
        addReferences(from, "configMapRef", "secretRef", optionalToo, owner, found);
      }
      for (Node variable : container.node().items("env")) {
        Optional<Node> from = variable.get("valueFrom");
        if (from.isPresent()) {
          addReferences(from.get(), "configMapKeyRef", "secretKeyRef", optionalToo, owner, found);
        }
      }
    }
    for (Node volume : job.pod().spec().items("volumes")) {
      if (optionalToo || !volume.has("true", "configMap", "optional")) {
        addNamed("ConfigMap", volume.text("configMap", "name").orElse(""), owner, found);
      }
      if (optionalToo || !volume.has("true", "secret", "optional")) {
        addSecret(volume.text("secret", "secretName").orElse(""), owner, found);
      }
      addNamed(
          "PersistentVolumeClaim",
          volume.text("persistentVolumeClaim", "claimName").orElse(""),
          owner,
          found);
    }
    for (Node secret : job.pod().spec().items("imagePullSecrets")) {
      addSecret(secret.text("name").orElse(""), owner, found);
    }
  }

  /** What kpt's depends-on annotation names: {@code group/namespaces/ns/Kind/name}, by commas. */
  public List<Resource> annotated(Resource resource) {
    List<Resource> found = new ArrayList<>();
    for (String reference : resource.annotation(DEPENDS_ON).orElse("").split(",")) {
      String[] parts = reference.trim().split("/");
      if (parts.length >= 3) {
        addNamed(parts[parts.length - 2], parts[parts.length - 1], resource, found);
      }
    }
    return found;
  }

  private void addReferences(
      Node from,
      String configMap,
      String secret,
      boolean optionalToo,
      Resource owner,
      List<Resource> found) {
    if (optionalToo || !from.has("true", configMap, "optional")) {
      addNamed("ConfigMap", from.text(configMap, "name").orElse(""), owner, found);
    }
    if (optionalToo || !from.has("true", secret, "optional")) {
      addSecret(from.text(secret, "name").orElse(""), owner, found);
    }
  }

  /**
   * A Secret, or what makes one of its name: SealedSecret, ExternalSecret, SopsSecret and others.
   */
  private void addSecret(String name, Resource owner, List<Resource> found) {
    for (Resource resource : resources.named(name, owner.namespace())) {
      if (resource.kind().endsWith("Secret")) {
        found.add(resource);
      }
    }
  }

  private void addNamed(String kind, String name, Resource owner, List<Resource> found) {
    if (name.isEmpty()) {
      return;
    }
    String namespace = kind.equals("Namespace") ? "" : owner.namespace();
    for (Resource resource : resources.named(name, namespace)) {
      if (resource.kind().equals(kind)) {
        found.add(resource);
      }
    }
  }

  private void addAccess(MigrationJob job, List<Resource> found) {
    if (!job.pod().namesServiceAccount()) {
      return;
    }
    String account = job.pod().serviceAccount();
    addNamed("ServiceAccount", account, job.resource(), found);
    for (Resource binding : bindings.find(account, job.resource().namespace())) {
      addNamed("Role", binding.root().text("roleRef", "name").orElse(""), binding, found);
      found.add(binding);
    }
  }

  /** Databases, and the Services in front of them: the Job has one try. */
  private void addDatabases(Resource owner, List<Resource> found) {
    for (Resource database : databases.find("", owner.namespace())) {
      addNamed("Service", database.name(), database, found);
      String service = database.root().text("spec", "serviceName").orElse("");
      addNamed("Service", service, database, found);
      found.add(database);
    }
  }
}
