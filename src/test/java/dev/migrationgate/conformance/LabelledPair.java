package dev.migrationgate.conformance;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Links;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.gate.Access;
import dev.migrationgate.pattern.gate.Workload;
import dev.migrationgate.pattern.migration.DeclaredMigration;
import dev.migrationgate.pattern.migration.MigrationJob;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.rules.Finding;
import dev.migrationgate.rules.Judge;
import dev.migrationgate.rules.RuleSettings;
import dev.migrationgate.rules.Severity;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What the program says of a labelled Job and the labelled service that depends on it. */
final class LabelledPair {
  private static final String ARGO_HOOK = "argocd.argoproj.io/hook";

  /** Programs that ask whether a database answers, which no rule takes for a gate. */
  private static final Pattern CONNECTS =
      Pattern.compile("(?<![\\w-])(pg_isready|nc|nslookup|mysqladmin|wait-for-it\\.sh|getent)\\s");

  private final Rollout rollout;
  private final Link link;

  private LabelledPair(Rollout rollout, Link link) {
    this.rollout = rollout;
    this.link = link;
  }

  /** Empty where Job or service is not found; whether it links the two is another score. */
  static Optional<LabelledPair> of(JsonNode label) throws IOException {
    String set = label.get("set").asString();
    String service = label.path("service").asString("");
    if (service.isEmpty()) {
      return Optional.empty();
    }
    Rollout found = Corpus.rollout(set);
    for (MigrationJob job : found.migrations()) {
      if (!isLabelled(label, job)) {
        continue;
      }
      for (Workload workload : found.workloads()) {
        Resource resource = workload.resource();
        if (service.equals(Corpus.file(set, resource) + "#" + resource.name())) {
          String reference = resource.kind() + "/" + resource.name();
          return Optional.of(
              only(
                  Corpus.rollout(set, new DeclaredMigration(job.name(), List.of(reference))),
                  job,
                  workload));
        }
      }
    }
    return Optional.empty();
  }

  /** The first Job of the set that has the labelled name. */
  private static boolean isLabelled(JsonNode label, MigrationJob found) {
    for (JsonNode job : label.get("migration_jobs")) {
      if (!job.get("is_patch").asBoolean()
          && job.get("name").asString().equals(label.get("job_name").asString())) {
        return Corpus.isSame(label.get("set").asString(), job, found.resource());
      }
    }
    return false;
  }

  /** The rollout with no other link than that of these two. */
  private static LabelledPair only(Rollout rollout, MigrationJob job, Workload workload) {
    for (Link link : rollout.links()) {
      int position = link.job().resource().position();
      if (position == job.resource().position()
          && link.workload().resource().position() == workload.resource().position()) {
        Rollout own =
            new Rollout(
                rollout.host(),
                rollout.deliverer(),
                rollout.resources(),
                rollout.variables(),
                rollout.uses(),
                rollout.problems(),
                rollout.migrations(),
                rollout.workloads(),
                new Links(List.of(link)),
                rollout.access(),
                rollout.delivery(),
                rollout.orders(),
                rollout.required(),
                rollout.files(),
                rollout.unlisted());
        return new LabelledPair(own, link);
      }
    }
    throw new AssertionError("declared, and not linked: " + job.name());
  }

  String waitMechanism() {
    if (link.gate().isPresent()) {
      return switch (link.gate().get().form()) {
        case K8S_WAIT_FOR -> "k8s-wait-for";
        case KUBECTL_WAIT, KUBECTL_GET_LOOP -> "kubectl-wait";
        case KUBERNETES_ENTRYPOINT -> "kubernetes-entrypoint";
      };
    }
    Resource job = link.job().resource();
    boolean hook = job.annotation(ARGO_HOOK).isPresent();
    if (hook || rollout.orderedByDeliverer(link).orElse("").contains("Argo CD")) {
      return "argo-hook";
    }
    return link.workload().asksDatabase() || asksWhetherItAnswers() ? "db-poll" : "none";
  }

  private boolean asksWhetherItAnswers() {
    for (Container container : link.workload().pod().initContainers()) {
      for (Container.Word word : container.words()) {
        if (CONNECTS.matcher(word.text() + " ").find()) {
          return true;
        }
      }
    }
    return false;
  }

  /** True when a gate asks for Jobs. */
  boolean polls() {
    return link.gate().isPresent();
  }

  String waitTarget() {
    return link.gate().get().targets().get(0).name();
  }

  boolean waitMatchesJob() {
    return link.isGated();
  }

  boolean gateMayReadJobs() {
    return rollout.gateAccess(link) == Access.Verdict.ALLOWED;
  }

  boolean namespacesMatch() {
    return link.job().resource().namespace().equals(link.workload().resource().namespace());
  }

  String orderInFile() {
    boolean before = link.job().resource().position() < link.workload().resource().position();
    return before ? "before" : "after";
  }

  String imageTag() {
    return isReported("image-tag-differs", Severity.WARNING) ? "differs" : "same";
  }

  String environment() {
    return isReported("environment-differs", Severity.INFO) ? "different" : "together";
  }

  /** True where the environments are reported as more than worth knowing. */
  boolean environmentAlarms() {
    return isReported("environment-differs", Severity.WARNING);
  }

  private boolean isReported(String rule, Severity least) {
    for (Finding finding : new Judge(RuleSettings.DEFAULT).judge(rollout).findings()) {
      if (finding.rule().equals(rule) && finding.severity().compareTo(least) <= 0) {
        return true;
      }
    }
    return false;
  }
}
