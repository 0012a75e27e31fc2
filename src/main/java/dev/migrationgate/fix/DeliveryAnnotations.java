package dev.migrationgate.fix;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.delivery.Deliverer;
import dev.migrationgate.pattern.gate.Workload;
import dev.migrationgate.pattern.migration.MigrationJob;
import dev.migrationgate.pattern.pod.NameStem;
import dev.migrationgate.yaml.Entry;
import dev.migrationgate.yaml.Fragment;
import dev.migrationgate.yaml.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells the deliverer, in its own annotations and no other's, to apply the migration Job before the
 * workloads that depend on it: sync waves for Argo CD, a change group and rules for kapp,
 * depends-on for kpt.
 */
public record DeliveryAnnotations(MigrationJob job) implements Fix {
  private static final String DEPENDS_ON = "config.kubernetes.io/depends-on";
  private static final String WAVE = "argocd.argoproj.io/sync-wave";
  private static final String GROUP = "kapp.k14s.io/change-group";
  private static final String RULE = "kapp.k14s.io/change-rule";
  private static final String DOMAIN = "migrationgate.dev/";
  private static final String NO_NAME = "the Job has no name";

  /** The start of every annotation by which some deliverer is told when to apply a resource. */
  private static final List<String> DIALECTS =
      List.of(
          WAVE,
          "argocd.argoproj.io/hook",
          "helm.sh/hook",
          "kapp.k14s.io/change-",
          DEPENDS_ON,
          "kluctl.io/hook");

  @Override
  public Plan plan(Surroundings around) {
    List<Resource> workloads = new ArrayList<>();
    for (Link link : around.rollout().links().of(job)) {
      workloads.add(link.workload().resource());
    }
    List<Resource> prerequisites = around.prerequisites().of(job);
    List<Resource> touched = new ArrayList<>(workloads);
    touched.add(job.resource());
    Deliverer deliverer = around.rollout().deliverer();
    switch (deliverer) {
      case ARGOCD -> touched.addAll(prerequisites);
      case KAPP, KPT -> {}
      default -> {
        return new Plan.Refused(deliverer.title() + " has no annotations that order resources");
      }
    }
    Optional<String> spoken = spoken(touched);
    if (spoken.isPresent()) {
      return new Plan.Refused(spoken.get());
    }
    return switch (deliverer) {
      case ARGOCD -> waves(prerequisites);
      case KAPP -> groups(workloads);
      default -> dependsOn(workloads);
    };
  }

  /** Whoever says when one resource is applied has an order of his own. */
  private static Optional<String> spoken(List<Resource> resources) {
    for (Resource resource : resources) {
      for (Entry entry : resource.root().entries("metadata", "annotations")) {
        for (String dialect : DIALECTS) {
          if (entry.name().startsWith(dialect)) {
            return Optional.of(
                resource.identity() + " has an order of its own, by " + entry.name());
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Argo CD goes on to the next wave once the one before is healthy; all others are in wave 0. */
  private Plan waves(List<Resource> prerequisites) {
    List<Change> changes = new ArrayList<>();
    for (Resource prerequisite : prerequisites) {
      if (Workload.isWorkload(prerequisite)
          || prerequisite.kind().equals("PersistentVolumeClaim")) {
        return new Plan.Refused(
            "the Job would come before "
                + prerequisite.identity()
                + ", which it needs and which may wait for others itself");
      }
      changes.add(annotate(prerequisite, WAVE, "-2"));
    }
    changes.add(annotate(job.resource(), WAVE, "-1"));
    return new Plan.Changes(
        "sync wave -1 for the Job and -2 for what it needs: Argo CD applies the rest once the Job"
            + " is done",
        changes);
  }

  private Plan groups(List<Resource> workloads) {
    if (writtenName().isEmpty()) {
      return new Plan.Refused(NO_NAME);
    }
    String group = DOMAIN + NameStem.of(withoutVariables(writtenName()));
    List<Change> changes = new ArrayList<>();
    changes.add(annotate(job.resource(), GROUP, group));
    for (Resource workload : workloads) {
      changes.add(annotate(workload, RULE, "upsert after upserting " + group));
    }
    return new Plan.Changes(
        "a change group and rule: kapp applies what depends on the Job once it is done", changes);
  }

  private Plan dependsOn(List<Resource> workloads) {
    String namespace = job.resource().namespace();
    if (namespace.isEmpty()) {
      return new Plan.Refused("the Job names no namespace, and " + DEPENDS_ON + " needs one");
    }
    if (writtenName().isEmpty()) {
      return new Plan.Refused(NO_NAME);
    }
    String reference = "batch/namespaces/" + namespace + "/Job/" + writtenName();
    List<Change> changes = new ArrayList<>();
    for (Resource workload : workloads) {
      changes.add(annotate(workload, DEPENDS_ON, reference));
    }
    return new Plan.Changes(
        DEPENDS_ON + ": kpt applies what depends on the Job behind it, and does not wait", changes);
  }

  private static Change annotate(Resource resource, String key, String value) {
    return new Change.Put(
        resource, List.of("metadata", "annotations", key), new Fragment.Text(value));
  }

  /** The name as its author wrote it, variables included; empty where there is none. */
  private String writtenName() {
    Optional<Scalar> name = job.resource().root().scalar("metadata", "name");
    return name.isPresent() ? name.get().written() : "";
  }

  private static String withoutVariables(String name) {
    int variable = name.indexOf("${");
    String stem = variable < 0 ? name : name.substring(0, variable);
    return stem.endsWith("-") ? stem.substring(0, stem.length() - 1) : stem;
  }
}
