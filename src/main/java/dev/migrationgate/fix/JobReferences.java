package dev.migrationgate.fix;

import dev.migrationgate.krm.Groups;
import dev.migrationgate.krm.Manifests;
import dev.migrationgate.krm.NamespacedIndex;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Unowned;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.gate.Gate;
import dev.migrationgate.pattern.gate.GateReader;
import dev.migrationgate.pattern.migration.MigrationJob;
import dev.migrationgate.pattern.pod.Image;
import dev.migrationgate.pattern.pod.PodTemplate;
import dev.migrationgate.pattern.source.KustomizationFile;
import dev.migrationgate.pattern.source.PackageFiles;
import dev.migrationgate.pattern.source.Patch;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.Scalar;
import java.util.List;
import java.util.Optional;

/**
 * Who refers to a Job by its name: those that a rename takes along, and those that forbid it. All
 * are found in one pass, by the names that they speak of.
 */
final class JobReferences {
  private static final String FLUX = "kustomize.toolkit.fluxcd.io";
  private static final String KUSTOMIZE = "kustomize.config.k8s.io";
  private static final String DEPENDS_ON = "config.kubernetes.io/depends-on";
  private static final String[] JOB_LABELS = {"job-name", "batch.kubernetes.io/job-name"};

  /** What gates ask for, by the resolved name of the Job. */
  private final Groups<String, Asked> asked = new Groups<>();

  /** Annotations and permissions, by the Job's name as the source has it. */
  private final Groups<String, Change.Rename> annotations = new Groups<>();

  private final Groups<String, Change.Rewrite> permissions = new Groups<>();

  /** Why a Job of a name must keep it. */
  private final Groups<String, String> objections = new Groups<>();

  private final NamespacedIndex patches = new NamespacedIndex();

  /** The repositories whose tags kustomize sets. */
  private final Groups<String, Resource> retagged = new Groups<>();

  /** A gate's target. */
  private record Asked(Resource resource, Gate.Target target) {}

  JobReferences(Rollout rollout, Manifests manifests) {
    for (Resource resource : rollout.resources()) {
      readGates(resource);
      readDependsOn(resource);
      if (resource.is("rbac.authorization.k8s.io", "Role")) {
        readPermissions(resource);
      }
    }
    for (Resource resource : manifests.resources()) {
      if (resource.is("batch", "Job") && Unowned.isPatch(resource)) {
        for (String name : resource.names()) {
          patches.add(name, resource);
        }
      } else if (resource.is(FLUX, "Kustomization")) {
        readHealthChecks(resource);
      } else if (resource.group().equals(KUSTOMIZE)) {
        readKustomization(resource);
      } else {
        readSelectors(resource);
      }
    }
    for (MigrationJob job : rollout.migrations()) {
      if (rollout.isAwaitedByHand(job)) {
        objections.add(job.name(), "a comment at the Job has commands that name it");
      }
    }
    if (rollout.files().isPresent()) {
      readFiles(rollout.files().get());
    }
  }

  /** Why the Job must keep its name, empty where it need not. */
  Optional<String> objection(MigrationJob job, Scalar image) {
    for (String name : job.resource().names()) {
      if (!patches.find(name, job.resource().namespace()).isEmpty()) {
        return Optional.of("a patch of the input names the Job");
      }
      if (!objections.of(name).isEmpty()) {
        return Optional.of(objections.of(name).get(0));
      }
    }
    String repository = Image.parse(image.written()).repository();
    return retagged.of(repository).isEmpty()
        ? Optional.empty()
        : Optional.of(
            "kustomize sets the tag of its image under images:, and no name follows that; take the"
                + " entry away there, write "
                + repository
                + ":${IMAGE_TAG} in the Job and its workloads, and declare IMAGE_TAG in the"
                + " ConfigMap deployment-variables");
  }

  /**
   * Adds what renames the Job wherever the input refers to it.
   *
   * @return what refers to it in a way that cannot be rewritten, empty where nothing does
   */
  Optional<String> rename(MigrationJob job, String from, String to, List<Change> changes) {
    for (String name : job.resource().names()) {
      for (Asked one : asked.of(name)) {
        if (one.resource().mayShareNamespaceWith(job.resource())
            && !rename(one, from, to, changes)) {
          return Optional.of(
              "a gate of " + one.resource().identity() + " does not spell out the Job's name");
        }
      }
    }
    for (Change.Rename annotation : annotations.of(from)) {
      changes.add(new Change.Rename(annotation.resource(), annotation.scalar(), from, to));
    }
    for (Change.Rewrite permission : permissions.of(from)) {
      changes.add(new Change.Rewrite(permission.resource(), permission.scalar(), to));
    }
    return Optional.empty();
  }

  private static boolean rename(Asked one, String from, String to, List<Change> changes) {
    if (!(one.target().node() instanceof Scalar scalar)) {
      return false;
    }
    boolean spelled = NameInText.holds(scalar.written(), from);
    if (spelled) {
      changes.add(new Change.Rename(one.resource(), scalar, from, to));
    }
    // A name that kustomize has changed since follows by itself.
    return spelled || !scalar.written().equals(scalar.value());
  }

  private void readGates(Resource resource) {
    Optional<PodTemplate> pod = PodTemplate.of(resource);
    if (pod.isEmpty()) {
      return;
    }
    for (Gate gate : GateReader.read(pod.get())) {
      if (gate instanceof Gate.JobPoll poll) {
        for (Gate.Target target : poll.targets()) {
          asked.add(target.name(), new Asked(resource, target));
        }
      }
    }
  }

  /** kpt's {@code batch/namespaces/NAMESPACE/Job/NAME}, by commas. */
  private void readDependsOn(Resource resource) {
    Optional<Scalar> annotation = resource.root().scalar("metadata", "annotations", DEPENDS_ON);
    if (annotation.isEmpty()) {
      return;
    }
    for (String reference : annotation.get().written().split(",")) {
      int kind = reference.indexOf("/Job/");
      if (kind >= 0) {
        String name = reference.substring(kind + "/Job/".length()).trim();
        annotations.add(name, new Change.Rename(resource, annotation.get(), name, name));
      }
    }
  }

  private void readPermissions(Resource role) {
    for (Node rule : role.root().items("rules")) {
      for (Node name : rule.items("resourceNames")) {
        if (name instanceof Scalar scalar && namesJobs(rule)) {
          String written = scalar.written();
          permissions.add(written, new Change.Rewrite(role, scalar, written));
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

  private void readHealthChecks(Resource kustomization) {
    for (Node check : kustomization.root().items("spec", "healthChecks")) {
      if (check.has("Job", "kind")) {
        objections.add(
            check.text("name").orElse(""),
            kustomization.identity() + " names the Job in its healthChecks");
      }
    }
  }

  /** What a build of files applies, and no resource shows. */
  private void readFiles(PackageFiles files) {
    for (KustomizationFile kustomization : files.kustomizations()) {
      readKustomization(kustomization.resource());
    }
    for (Patch patch : files.patches()) {
      if (patch.kind().equals("Job") && !patch.name().isEmpty()) {
        objections.add(patch.name(), "the patch " + patch.file() + " names the Job");
      }
    }
  }

  private void readKustomization(Resource kustomization) {
    for (String field : new String[] {"patches", "patchesJson6902"}) {
      for (Node patch : kustomization.root().items(field)) {
        if (patch.has("Job", "target", "kind")) {
          objections.add(
              patch.text("target", "name").orElse(""),
              "a patch of the kustomization names the Job");
        }
      }
    }
    for (Node replacement : kustomization.root().items("replacements")) {
      readSelect(replacement.get("source"));
      for (Node target : replacement.items("targets")) {
        readSelect(target.get("select"));
      }
    }
    for (Node image : kustomization.root().items("images")) {
      retagged.add(image.text("name").orElse(""), kustomization);
    }
  }

  private void readSelect(Optional<Node> select) {
    if (select.isPresent() && select.get().text("kind").orElse("Job").equals("Job")) {
      objections.add(
          select.get().text("name").orElse(""), "a replacement of the kustomization names the Job");
    }
  }

  private void readSelectors(Resource resource) {
    for (String[] selector :
        new String[][] {
          {"spec", "selector"},
          {"spec", "selector", "matchLabels"},
          {"spec", "podSelector", "matchLabels"}
        }) {
      Optional<Node> labels = resource.root().at(selector);
      for (String label : JOB_LABELS) {
        Optional<String> name = labels.isPresent() ? labels.get().text(label) : Optional.empty();
        if (name.isPresent()) {
          objections.add(name.get(), resource.identity() + " selects the Job's pods by its name");
        }
      }
    }
  }
}
