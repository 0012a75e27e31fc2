package dev.migrationgate.fix;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.gate.Access;
import dev.migrationgate.pattern.gate.Workload;
import dev.migrationgate.yaml.Fragment;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lets a workload's ServiceAccount read the Jobs of a namespace: a Role, where the input has none
 * that allows just that, and a RoleBinding. Two workloads that run as one ServiceAccount get one.
 *
 * <p>There are no {@code resourceNames}: the Job's name changes with each version, and an updated
 * Role would lock out the pods of the previous one.
 */
final class JobAccess {
  private static final String RBAC = AccessResources.RBAC;

  private final Surroundings around;
  private final Rollout rollout;
  private final Link link;
  private final List<String> verbs;
  private final Optional<String> account;

  /**
   * @param verbs what is to be allowed
   * @param account a ServiceAccount that the pod is to get, where it names none
   */
  JobAccess(Surroundings around, Link link, List<String> verbs, Optional<String> account) {
    this.around = around;
    this.rollout = around.rollout();
    this.link = link;
    this.verbs = verbs;
    this.account = link.workload().pod().namesServiceAccount() ? Optional.empty() : account;
  }

  /** True where the input says that the access is lacking. */
  boolean isDenied() {
    Access.Identity identity =
        new Access.Identity(link.workload().resource().namespace(), accountName());
    String namespace = link.job().resource().namespace();
    return rollout.access().jobs(identity, namespace, link.job().name(), verbs)
        == Access.Verdict.DENIED;
  }

  /**
   * What grants it, the pod's new ServiceAccount included.
   *
   * @throws CannotChange when the names that the resources would have are taken
   */
  List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    Workload owner = owner();
    if (account.isPresent()) {
      List<String> path = TreePath.of(link.workload().pod().path(), "serviceAccountName");
      changes.add(
          new Change.Put(link.workload().resource(), path, new Fragment.Text(account.get())));
      if (!hasAccount()) {
        changes.add(
            add(owner, "serviceaccount", resource(owner, "v1", "ServiceAccount", account.get())));
      }
    }
    if (isDenied()) {
      Optional<Resource> existing = fittingRole();
      String name = freeName(owner, existing.isEmpty());
      if (existing.isEmpty()) {
        changes.add(add(owner, "role", role(owner, name)));
      }
      String role = existing.isPresent() ? written(existing.get()) : name;
      changes.add(add(owner, "rolebinding", binding(owner, name, role)));
    }
    return changes;
  }

  private String accountName() {
    return account.isPresent() ? account.get() : link.workload().pod().serviceAccount();
  }

  /** The first workload that lacks this access to these Jobs: they all name the resources alike. */
  private Workload owner() {
    for (Link other : around.access().askingAs(link)) {
      boolean needs = other.gate().isPresent() || rollout.startsUngated(other);
      if (needs && rollout.gateAccess(other) != Access.Verdict.UNKNOWN && !rollout.isHeld(other)) {
        return other.workload();
      }
    }
    return link.workload();
  }

  private static boolean isSamePlace(Resource one, Resource other) {
    return one.namespace().equals(other.namespace());
  }

  private boolean hasAccount() {
    String namespace = link.workload().resource().namespace();
    return !rollout
        .resources()
        .named("", "ServiceAccount", account.orElseThrow(), namespace)
        .isEmpty();
  }

  /** A Role that allows what is needed, and nothing but reading Jobs. */
  private Optional<Resource> fittingRole() {
    return around.access().roleForReading(link.job().resource().namespace(), verbs);
  }

  private String freeName(Workload owner, boolean withRole) {
    for (Workload workload : List.of(owner, link.workload())) {
      String name = written(workload.resource()) + "-reads-jobs";
      if (!isTaken("RoleBinding", name) && !(withRole && isTaken("Role", name))) {
        return name;
      }
    }
    throw new CannotChange(
        "a Role or RoleBinding \"" + written(owner.resource()) + "-reads-jobs\" is there already");
  }

  private boolean isTaken(String kind, String name) {
    return around.access().isTaken(kind, name, link.job().resource().namespace());
  }

  private Fragment.Entries role(Workload owner, String name) {
    Fragment.Entries rule =
        Fragment.of("apiGroups", Fragment.texts("batch"))
            .with("resources", Fragment.texts("jobs"))
            .with("verbs", Fragment.texts(verbs.toArray(new String[0])));
    return resource(owner, RBAC + "/v1", "Role", name)
        .with("rules", new Fragment.Items(List.of(rule)));
  }

  private Fragment.Entries binding(Workload owner, String name, String role) {
    Fragment.Entries subject = Fragment.of("kind", "ServiceAccount").with("name", subjectName());
    Resource workload = link.workload().resource();
    if (!isSamePlace(workload, link.job().resource()) && !workload.namespace().isEmpty()) {
      subject = subject.with("namespace", namespaceOf(workload).orElseThrow());
    }
    return resource(owner, RBAC + "/v1", "RoleBinding", name)
        .with("roleRef", Fragment.of("apiGroup", RBAC).with("kind", "Role").with("name", role))
        .with("subjects", new Fragment.Items(List.of(subject)));
  }

  private String subjectName() {
    Optional<Scalar> named = link.workload().pod().namedServiceAccount();
    return account.isPresent() || named.isEmpty() ? accountName() : named.get().written();
  }

  /** A resource without its content; a ServiceAccount is of the workload's namespace. */
  private Fragment.Entries resource(Workload owner, String apiVersion, String kind, String name) {
    Fragment.Entries metadata = Fragment.of("name", name);
    Resource place =
        kind.equals("ServiceAccount") || link.job().resource().namespace().isEmpty()
            ? owner.resource()
            : link.job().resource();
    Optional<String> namespace = namespaceOf(place);
    if (namespace.isPresent()) {
      metadata = metadata.with("namespace", namespace.get());
    }
    Optional<Node> labels = owner.resource().root().at("metadata", "labels");
    if (labels.isPresent() && !labels.get().entries().isEmpty()) {
      metadata = metadata.with("labels", Copied.of(labels.get()));
    }
    return Fragment.of("apiVersion", apiVersion).with("kind", kind).with("metadata", metadata);
  }

  private static Optional<String> namespaceOf(Resource resource) {
    Optional<Scalar> namespace = resource.root().scalar("metadata", "namespace");
    return namespace.isPresent() ? Optional.of(namespace.get().written()) : Optional.empty();
  }

  private Change add(Workload owner, String what, Fragment.Entries added) {
    String file =
        around
            .kustomized()
            .fileOf(owner.resource())
            .orElse(owner.resource().name() + "-" + what + ".yaml");
    return new Change.Add(owner.resource(), file, added);
  }

  private static String written(Resource resource) {
    return WrittenName.of(resource);
  }
}
