package dev.migrationgate.fix;

import dev.migrationgate.krm.Manifests;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Unowned;
import dev.migrationgate.pattern.Gate;
import dev.migrationgate.pattern.GateReader;
import dev.migrationgate.pattern.Image;
import dev.migrationgate.pattern.MigrationJob;
import dev.migrationgate.pattern.PodTemplate;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.Scalar;
import java.util.List;
import java.util.Optional;

/** Who refers to a Job by its name: those that a rename takes along, and those that forbid it. */
final class JobReferences {
  private static final String FLUX = "kustomize.toolkit.fluxcd.io";
  private static final String KUSTOMIZE = "kustomize.config.k8s.io";
  private static final String DEPENDS_ON = "config.kubernetes.io/depends-on";
  private static final String[] JOB_LABELS = {"job-name", "batch.kubernetes.io/job-name"};

  private JobReferences() {}

  /** Why the Job must keep its name, empty where it need not. */
  static Optional<String> objection(MigrationJob job, Scalar image, Manifests manifests) {
    for (Resource resource : manifests.resources()) {
      Optional<String> objection = Optional.empty();
      if (resource.is("batch", "Job") && Unowned.isPatch(resource) && isSame(resource, job)) {
        objection = Optional.of("a patch of the input names the Job");
      } else if (resource.is(FLUX, "Kustomization") && checks(resource, job)) {
        objection = Optional.of(resource.identity() + " names the Job in its healthChecks");
      } else if (resource.group().equals(KUSTOMIZE)) {
        objection = kustomization(resource, job, image);
      } else if (selects(resource.root(), job)) {
        objection = Optional.of(resource.identity() + " selects the Job's pods by its name");
      }
      if (objection.isPresent()) {
        return objection;
      }
    }
    return Optional.empty();
  }

  /**
   * Adds what renames the Job wherever the input refers to it.
   *
   * @return what refers to it in a way that cannot be rewritten, empty where nothing does
   */
  static Optional<String> rename(
      MigrationJob job, String from, String to, Rollout rollout, List<Change> changes) {
    for (Resource resource : rollout.resources()) {
      Optional<PodTemplate> pod = PodTemplate.of(resource);
      if (pod.isPresent()
          && resource.mayShareNamespaceWith(job.resource())
          && !renameInGates(resource, pod.get(), job, from, to, changes)) {
        return Optional.of(
            "a gate of " + resource.identity() + " does not spell out the Job's name");
      }
      Optional<Scalar> dependsOn = resource.root().scalar("metadata", "annotations", DEPENDS_ON);
      if (dependsOn.isPresent() && NameInText.holds(dependsOn.get().written(), from)) {
        changes.add(new Change.Rename(resource, dependsOn.get(), from, to));
      }
      if (resource.is("rbac.authorization.k8s.io", "Role")) {
        renameInRole(resource, from, to, changes);
      }
    }
    return Optional.empty();
  }

  private static boolean renameInGates(
      Resource resource,
      PodTemplate pod,
      MigrationJob job,
      String from,
      String to,
      List<Change> changes) {
    for (Gate gate : GateReader.read(pod)) {
      if (gate instanceof Gate.JobPoll poll) {
        for (Gate.Target target : poll.targets()) {
          if (!job.isNamed(target.name())) {
            continue;
          }
          if (!(target.node() instanceof Scalar scalar)) {
            return false;
          }
          Change rename = new Change.Rename(resource, scalar, from, to);
          boolean spelled = NameInText.holds(scalar.written(), from);
          if (spelled && !changes.contains(rename)) {
            changes.add(rename);
          }
          // A name that kustomize has changed since follows by itself.
          boolean follows = !scalar.written().equals(scalar.value());
          if (!spelled && !follows) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private static void renameInRole(Resource role, String from, String to, List<Change> changes) {
    for (Node rule : role.root().items("rules")) {
      for (Node name : rule.items("resourceNames")) {
        if (name instanceof Scalar scalar && scalar.written().equals(from) && namesJobs(rule)) {
          changes.add(new Change.Rewrite(role, scalar, to));
        }
      }
    }
  }

  private static boolean namesJobs(Node rule) {
    for (Node resource : rule.items("resources")) {
      if (resource.has("jobs")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSame(Resource other, MigrationJob job) {
    return job.isNamed(other.name()) && other.mayShareNamespaceWith(job.resource());
  }

  private static boolean checks(Resource kustomization, MigrationJob job) {
    for (Node check : kustomization.root().items("spec", "healthChecks")) {
      if (check.has("Job", "kind") && job.isNamed(check.text("name").orElse(""))) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> kustomization(
      Resource kustomization, MigrationJob job, Scalar image) {
    for (String field : new String[] {"patches", "patchesJson6902"}) {
      for (Node patch : kustomization.root().items(field)) {
        if (patch.has("Job", "target", "kind")
            && job.isNamed(patch.text("target", "name").orElse(""))) {
          return Optional.of("a patch of the kustomization names the Job");
        }
      }
    }
    String repository = Image.parse(image.written()).repository();
    for (Node retagged : kustomization.root().items("images")) {
      if (retagged.has(repository, "name")) {
        return Optional.of("kustomize sets the tag of its image under images:");
      }
    }
    return Optional.empty();
  }

  private static boolean selects(Node root, MigrationJob job) {
    for (String label : JOB_LABELS) {
      for (String[] selector :
          new String[][] {
            {"spec", "selector"},
            {"spec", "selector", "matchLabels"},
            {"spec", "podSelector", "matchLabels"}
          }) {
        Optional<Node> labels = root.at(selector);
        if (labels.isPresent() && job.isNamed(labels.get().text(label).orElse(""))) {
          return true;
        }
      }
    }
    return false;
  }
}
