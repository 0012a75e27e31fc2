package dev.migrationgate.rules;

import dev.migrationgate.fix.GrantAccess;
import dev.migrationgate.fix.Reach;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.gate.Access;
import dev.migrationgate.pattern.gate.Gate;
import dev.migrationgate.pattern.pod.PodTemplate;
import java.util.List;
import java.util.Optional;

/** The gate may not read the Job. */
final class GateForbidden implements Rule {
  private static final Parameter SERVICE_ACCOUNT = GateMissing.SERVICE_ACCOUNT;

  @Override
  public String id() {
    return "gate-forbidden";
  }

  @Override
  public String title() {
    return "The pod's ServiceAccount may not read the Job that its gate asks for";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(SERVICE_ACCOUNT);
  }

  @Override
  public Reach reach() {
    return Reach.WIRE;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    for (Link link : rollout.links()) {
      // In another namespace than the Job's the question itself is wrong.
      if (link.gate().isPresent()
          && link.asksInJobsNamespace()
          && rollout.gateAccess(link) == Access.Verdict.DENIED) {
        String account = findings.text(SERVICE_ACCOUNT);
        findings.add(
            severity(),
            link.workload().resource(),
            field(link),
            message(link, link.gate().get(), rollout),
            new GrantAccess(link, account.isEmpty() ? Optional.empty() : Optional.of(account)));
      }
    }
  }

  private static Field field(Link link) {
    PodTemplate pod = link.workload().pod();
    return new Field(
        pod.path() + ".serviceAccountName",
        pod.spec().get("serviceAccountName").orElse(pod.spec()),
        pod.spec().text("serviceAccountName"),
        Optional.empty());
  }

  private static String message(Link link, Gate.JobPoll gate, Rollout rollout) {
    PodTemplate pod = link.workload().pod();
    Resource workload = link.workload().resource();
    String verbs = String.join(", ", gate.verbs());
    String who =
        "ServiceAccount "
            + pod.serviceAccount()
            + (pod.namesServiceAccount() ? "" : " (the pod names none)");
    Optional<String> able =
        rollout
            .access()
            .someoneWhoMay(
                gate.namespaceFor(workload.namespace()), link.job().name(), gate.verbs());
    String remedy =
        able.isPresent()
            ? "; set serviceAccountName: " + able.get() + ", which may, or bind a Role to it"
            : "; bind a Role that allows " + verbs + " on jobs of group batch to it";
    return gate.container().title()
        + " runs as "
        + who
        + ", which may not "
        + verbs
        + " Job "
        + link.job().name()
        + remedy;
  }
}
