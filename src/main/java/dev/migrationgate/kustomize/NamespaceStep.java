package dev.migrationgate.kustomize;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.yaml.Mapping;
import dev.migrationgate.yaml.Node;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A kustomization's {@code namespace}. It is told only where the files say something else: names in
 * findings stay those of the files then, and a finding of a base stays one for all its overlays.
 */
record NamespaceStep(String namespace) {
  /** What has no namespace, as far as it is likely to stand beside a migration. */
  private static final Set<String> OF_THE_CLUSTER =
      Set.of(
          "Namespace",
          "Node",
          "PersistentVolume",
          "ClusterRole",
          "ClusterRoleBinding",
          "CustomResourceDefinition",
          "StorageClass",
          "PriorityClass",
          "IngressClass",
          "RuntimeClass",
          "APIService",
          "MutatingWebhookConfiguration",
          "ValidatingWebhookConfiguration",
          "ValidatingAdmissionPolicy",
          "ClusterIssuer",
          "ClusterSecretStore");

  /**
   * @param reached which resources go through the kustomization
   */
  List<Resource> apply(List<Resource> resources, Predicate<Resource> reached) {
    List<Resource> own = resources.stream().filter(reached).toList();
    boolean says = own.stream().anyMatch(this::saysOtherwise);
    return says
        ? resources.stream()
            .map(resource -> reached.test(resource) ? put(resource, own) : resource)
            .toList()
        : resources;
  }

  private boolean saysOtherwise(Resource resource) {
    return !resource.namespace().isEmpty()
        && !OF_THE_CLUSTER.contains(resource.kind())
        && !resource.namespace().equals(namespace);
  }

  private Resource put(Resource resource, List<Resource> own) {
    Node root =
        OF_THE_CLUSTER.contains(resource.kind())
            ? resource.root()
            : Trees.set(resource.root(), namespace, "metadata", "namespace");
    if (resource.kind().endsWith("RoleBinding")) {
      root =
          Trees.values(root, (key, value) -> key.equals("subjects") ? subjects(value, own) : value);
    }
    return root instanceof Mapping mapping ? resource.with(mapping) : resource;
  }

  /** kustomize follows the ServiceAccounts of the build, and the one that is there anyway. */
  private Node subjects(Node subjects, List<Resource> own) {
    return Trees.items(
        subjects,
        subject -> {
          String name = subject.text("name").orElse("");
          boolean known =
              name.equals("default")
                  || own.stream()
                      .anyMatch(account ->
                          account.is("", "ServiceAccount") && account.names().contains(name));
          return subject.has("ServiceAccount", "kind") && known
              ? Trees.set(subject, namespace, "namespace")
              : subject;
        });
  }
}
