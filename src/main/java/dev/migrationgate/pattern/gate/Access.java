package dev.migrationgate.pattern.gate;

import dev.migrationgate.krm.NamespacedIndex;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What identities may do with Jobs, as far as the roles and bindings of the input tell (Kubernetes
 * documentation, Using RBAC Authorization, v1.33).
 */
public final class Access {
  private static final String RBAC = "rbac.authorization.k8s.io";
  private static final String JOBS_GROUP = "batch";
  private static final String EVERYWHERE = "";
  private static final String OTHERS = "";
  private static final String ANY = "";

  private final Resources resources;

  /** The bindings by the ServiceAccounts that they name; those of groups and users as others. */
  private final NamespacedIndex bySubject = new NamespacedIndex();

  /** The bindings by the Jobs that their roles are about. */
  private final NamespacedIndex byJob = new NamespacedIndex();

  /** Reads the roles and bindings among these. */
  public Access(Resources resources) {
    this.resources = resources;
    for (Resource resource : resources) {
      if (resource.is(RBAC, "RoleBinding") || resource.is(RBAC, "ClusterRoleBinding")) {
        for (String account : accounts(resource)) {
          bySubject.add(account, reach(resource), resource);
        }
        for (String job : jobs(resource)) {
          byJob.add(job, reach(resource), resource);
        }
      }
    }
  }

  private static Set<String> accounts(Resource binding) {
    Set<String> accounts = new LinkedHashSet<>();
    for (Node subject : binding.root().items("subjects")) {
      boolean account = subject.has("ServiceAccount", "kind");
      accounts.add(account ? subject.text("name").orElse("") : OTHERS);
    }
    return accounts;
  }

  private Set<String> jobs(Resource binding) {
    Optional<Resource> role = role(binding);
    Set<String> jobs = new LinkedHashSet<>();
    for (Node rule : role.isPresent() ? role.get().root().items("rules") : List.<Node>of()) {
      if (isAboutJobs(rule)) {
        for (Node name : rule.items("resourceNames")) {
          jobs.add(name.text().orElse(ANY));
        }
        if (rule.items("resourceNames").isEmpty()) {
          jobs.add(ANY);
        }
      }
    }
    return jobs;
  }

  /** The namespace in which a binding holds. */
  private static String reach(Resource binding) {
    return binding.kind().equals("ClusterRoleBinding") ? EVERYWHERE : binding.namespace();
  }

  /** What is known of a permission. */
  public enum Verdict {
    ALLOWED,
    /** A role is bound that the input does not hold, or that aggregates others. */
    UNKNOWN,
    DENIED
  }

  /** A ServiceAccount; the namespace is empty where the manifests leave it open. */
  public record Identity(String namespace, String serviceAccount) {}

  /** Whether an identity may do all of this to the Jobs of a namespace. */
  public Verdict jobs(Identity identity, String namespace, String job, List<String> verbs) {
    Verdict all = Verdict.ALLOWED;
    for (String verb : verbs) {
      Verdict one = jobs(identity, namespace, job, verb);
      all = one.compareTo(all) > 0 ? one : all;
    }
    return all;
  }

  /** Whether an identity may list all Jobs of a namespace, and not only some by their names. */
  public Verdict listsAllJobs(Identity identity, String namespace) {
    return jobs(identity, namespace, "", "list");
  }

  /**
   * A rule that lets an identity do something to Jobs.
   *
   * @param binding what binds the role to it
   * @param role whose rule it is
   * @param rule the rule
   * @param path where the rule stands in the role
   */
  public record Grant(Resource binding, Resource role, Node rule, String path) {}

  /**
   * The rules about Jobs of a namespace that hold for an identity by name, not for all the world.
   */
  public List<Grant> grants(Identity identity, String namespace) {
    List<Grant> grants = new ArrayList<>();
    for (Resource binding : bySubject.find(identity.serviceAccount(), namespace)) {
      Optional<Resource> role = role(binding);
      if (role.isEmpty() || !namesOnly(binding, identity)) {
        continue;
      }
      List<Node> rules = role.get().root().items("rules");
      for (int i = 0; i < rules.size(); i++) {
        if (isAboutJobs(rules.get(i))) {
          grants.add(new Grant(binding, role.get(), rules.get(i), "rules[" + i + "]"));
        }
      }
    }
    return grants;
  }

  /**
   * False where a container of a workload certainly has no token: its pods mount none, and none is
   * projected into it either.
   */
  public boolean mountsToken(Workload workload, Container container) {
    return ApiCredentials.haveOwnToken(container) || mountsToken(workload);
  }

  /**
   * False where a workload's containers certainly get no token by themselves: switched off in the
   * pod, or in its ServiceAccount and not on in the pod.
   */
  public boolean mountsToken(Workload workload) {
    Node pod = workload.pod().spec();
    Optional<String> own = pod.text("automountServiceAccountToken");
    if (own.isPresent()) {
      return !own.get().equals("false");
    }
    String namespace = workload.resource().namespace();
    String name = workload.pod().serviceAccount();
    for (Resource account : resources.named("", "ServiceAccount", name, namespace)) {
      if (account.root().has("false", "automountServiceAccountToken")) {
        return false;
      }
    }
    return true;
  }

  /** A ServiceAccount of this namespace that the input lets do all of this to the Job. */
  public Optional<String> someoneWhoMay(String namespace, String job, List<String> verbs) {
    for (String named : List.of(job, ANY)) {
      for (Resource binding : byJob.find(named, namespace)) {
        for (Node subject : binding.root().items("subjects")) {
          Optional<String> name = subject.text("name");
          if (subject.has("ServiceAccount", "kind")
              && name.isPresent()
              && jobs(new Identity(namespace, name.get()), namespace, job, verbs)
                  == Verdict.ALLOWED) {
            return name;
          }
        }
      }
    }
    return Optional.empty();
  }

  private Verdict jobs(Identity identity, String namespace, String job, String verb) {
    Verdict best = Verdict.DENIED;
    for (String account : List.of(OTHERS, identity.serviceAccount())) {
      for (Resource binding : bySubject.find(account, namespace)) {
        if (binds(binding, identity)) {
          Verdict verdict = roleOf(binding, job, verb);
          best = verdict.compareTo(best) < 0 ? verdict : best;
        }
      }
    }
    return best;
  }

  private static boolean binds(Resource binding, Identity identity) {
    for (Node subject : binding.root().items("subjects")) {
      String kind = subject.text("kind").orElse("");
      String name = subject.text("name").orElse("");
      if (kind.equals("ServiceAccount") && name.equals(identity.serviceAccount())) {
        String namespace = subject.text("namespace").orElse(binding.namespace());
        if (mayBeSame(namespace, identity.namespace())) {
          return true;
        }
      }
      if (kind.equals("Group") && isGroupOf(name, identity)
          || kind.equals("User") && isUser(name, identity)) {
        return true;
      }
    }
    return false;
  }

  private static boolean namesOnly(Resource binding, Identity identity) {
    List<Node> subjects = binding.root().items("subjects");
    return subjects.size() == 1
        && subjects.get(0).has("ServiceAccount", "kind")
        && binds(binding, identity);
  }

  private static boolean isGroupOf(String group, Identity identity) {
    String own = "system:serviceaccounts:";
    return group.equals("system:serviceaccounts")
        || group.equals("system:authenticated")
        || group.startsWith(own) && mayBeSame(group.substring(own.length()), identity.namespace());
  }

  private static boolean isUser(String user, Identity identity) {
    String start = "system:serviceaccount:";
    String end = ":" + identity.serviceAccount();
    int namespaceEnd = user.length() - end.length();
    return user.startsWith(start)
        && user.endsWith(end)
        && namespaceEnd > start.length()
        && mayBeSame(user.substring(start.length(), namespaceEnd), identity.namespace());
  }

  private static boolean mayBeSame(String namespace, String other) {
    return namespace.isEmpty() || other.isEmpty() || namespace.equals(other);
  }

  private Verdict roleOf(Resource binding, String job, String verb) {
    Optional<Resource> role = role(binding);
    if (role.isEmpty()) {
      return Verdict.UNKNOWN;
    }
    for (Node rule : role.get().root().items("rules")) {
      if (isAboutJobs(rule) && holds(rule, "verbs", verb) && coversName(rule, job)) {
        return Verdict.ALLOWED;
      }
    }
    boolean aggregates = role.get().root().get("aggregationRule").isPresent();
    return aggregates ? Verdict.UNKNOWN : Verdict.DENIED;
  }

  private Optional<Resource> role(Resource binding) {
    String kind = binding.root().text("roleRef", "kind").orElse("");
    String name = binding.root().text("roleRef", "name").orElse("");
    String namespace = kind.equals("ClusterRole") ? EVERYWHERE : binding.namespace();
    List<Resource> found = resources.named(RBAC, kind, name, namespace);
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
  }

  private static boolean isAboutJobs(Node rule) {
    return holds(rule, "apiGroups", JOBS_GROUP) && holds(rule, "resources", "jobs");
  }

  private static boolean holds(Node rule, String field, String wanted) {
    for (Node item : rule.items(field)) {
      String text = item.text().orElse("");
      if (text.equals("*") || text.equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  private static boolean coversName(Node rule, String job) {
    List<Node> names = rule.items("resourceNames");
    if (names.isEmpty()) {
      return true;
    }
    for (Node name : names) {
      if (name.has(job)) {
        return true;
      }
    }
    return false;
  }
}
