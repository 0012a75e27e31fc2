package dev.migrationgate.rules;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.gate.Access;
import dev.migrationgate.pattern.gate.Gate;
import dev.migrationgate.pattern.gate.Workload;
import dev.migrationgate.yaml.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The gate's account may do more. */
final class AccessTooWide implements Rule {
  @Override
  public String id() {
    return "access-too-wide";
  }

  @Override
  public String title() {
    return "The gate may do more than it needs";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  private static final Set<String> READS = Set.of("get", "list", "watch");

  @Override
  public void judge(Rollout rollout, Findings findings) {
    Set<Integer> judged = new HashSet<>();
    for (Workload workload : rollout.workloads()) {
      String namespace = workload.resource().namespace();
      for (Gate.JobPoll poll : workload.polls()) {
        Access.Identity identity = new Access.Identity(namespace, workload.pod().serviceAccount());
        List<Access.Grant> grants =
            poll.bringsCredentials()
                ? List.of()
                : rollout.access().grants(identity, poll.namespaceFor(namespace));
        for (Access.Grant grant : grants) {
          Optional<String> excess = excess(grant);
          if (excess.isPresent() && judged.add(grant.role().position())) {
            findings.add(grant.role(), field(grant), message(workload, poll, grant, excess.get()));
          }
        }
      }
    }
  }

  /** What of a rule no gate needs. A role with other duties too may well have to write Jobs. */
  private static Optional<String> excess(Access.Grant grant) {
    for (String field : List.of("apiGroups", "resources", "verbs")) {
      for (Node item : grant.rule().items(field)) {
        if (item.has("*")) {
          return Optional.of("* in " + field);
        }
      }
    }
    boolean onlyDuty = grant.role().root().items("rules").size() == 1;
    for (Node verb : onlyDuty ? grant.rule().items("verbs") : List.<Node>of()) {
      if (!READS.contains(verb.text().orElse("get"))) {
        return Optional.of(verb.text().orElse("") + " on Jobs");
      }
    }
    return grant.binding().kind().equals("ClusterRoleBinding")
        ? Optional.of("every namespace")
        : Optional.empty();
  }

  private static Field field(Access.Grant grant) {
    Resource role = grant.role();
    return Field.at(grant.path() + ".verbs", grant.rule().get("verbs").orElse(role.root()));
  }

  private static String message(
      Workload workload, Gate.JobPoll poll, Access.Grant grant, String excess) {
    String remedy =
        excess.equals("every namespace")
            ? "bind the role with a RoleBinding"
            : "grant " + String.join(", ", poll.verbs()) + " on jobs of group batch";
    return grant.binding().kind()
        + " "
        + grant.binding().name()
        + " gives ServiceAccount "
        + workload.pod().serviceAccount()
        + " more than its gate needs: "
        + excess
        + "; "
        + remedy;
  }
}
