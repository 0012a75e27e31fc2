package dev.migrationgate.rules;

import dev.migrationgate.fix.GateSettings;
import dev.migrationgate.fix.InsertGate;
import dev.migrationgate.fix.Reach;
import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.delivery.Deliverer;
import dev.migrationgate.pattern.gate.Gate;
import dev.migrationgate.pattern.gate.Lookalike;
import dev.migrationgate.pattern.gate.Workload;
import dev.migrationgate.pattern.migration.MigrationJob;
import dev.migrationgate.pattern.migration.OwnMigration;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.source.Patch;
import dev.migrationgate.pattern.source.Placeholder;
import java.util.List;
import java.util.Optional;

/** Nothing holds a dependent workload back. */
final class GateMissing implements Rule {
  private static final Parameter GATE =
      new Parameter(
          "gate",
          "What a mended workload waits with: `kubectl-wait`, `k8s-wait-for` or `database`.",
          List.of(GateSettings.Kind.KUBECTL_WAIT.id()),
          Parameter.Form.GATE);
  private static final Parameter IMAGE =
      new Parameter(
          "image",
          "The image of such a gate, with its tag; that of the tool where none is given.",
          List.of(),
          Parameter.Form.TEXT);
  private static final Parameter DIGEST =
      new Parameter(
          "digest", "The digest of that image, `sha256:…`.", List.of(), Parameter.Form.DIGEST);
  private static final Parameter TIMEOUT =
      new Parameter(
          "timeout",
          "How long `kubectl wait` waits before the kubelet starts it again.",
          List.of("10m"),
          Parameter.Form.DURATION);
  static final Parameter SERVICE_ACCOUNT =
      new Parameter(
          "serviceAccount",
          "A ServiceAccount for mended pods that name none; they lose what `default` has.",
          List.of(),
          Parameter.Form.TEXT);

  @Override
  public String id() {
    return "gate-missing";
  }

  @Override
  public String title() {
    return "A workload that depends on the migration starts without waiting for it";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(GATE, IMAGE, DIGEST, TIMEOUT, SERVICE_ACCOUNT);
  }

  @Override
  public Reach reach() {
    return Reach.WIRE;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    GateSettings settings = settings(findings);
    for (Link link : rollout.links()) {
      if (settings.kind() == GateSettings.Kind.DATABASE && runsUngated(rollout, link)) {
        findings.add(
            Severity.INFO,
            link.workload().resource(),
            Field.at(link.workload().pod().path(), link.workload().pod().spec()),
            "its runs start whether the database has their schema or not; add an init container"
                + " that asks the database",
            new InsertGate(link, settings));
      }
      // What only looks like a gate is told of by a rule of its own.
      if (!rollout.startsUngated(link)
          || !Lookalike.of(link.workload()).isEmpty()
          || isToldOtherwise(rollout, link)) {
        continue;
      }
      Optional<String> doubt = doubt(rollout, link);
      findings.add(
          doubt.isPresent() ? Severity.INFO : Severity.ERROR,
          link.workload().resource(),
          Field.of(link.workload().resource(), "spec", "template", "spec", "initContainers"),
          "its pods start while "
              + link.job().resource().identity()
              + " may still run ("
              + link.reasons().get(0)
              + otherGate(link.workload())
              + ")"
              + (doubt.isPresent() ? ", unless " + doubt.get() : "")
              + "; add an init container that runs kubectl wait --for=condition=complete --timeout=10m"
              + " job/"
              + link.job().name(),
          new InsertGate(link, settings));
    }
  }

  private static String otherGate(Workload workload) {
    List<Gate.JobPoll> polls = workload.polls();
    return polls.isEmpty() || polls.get(0).targets().isEmpty()
        ? ""
        : "; its gate waits for Job " + polls.get(0).targets().get(0).name() + " alone";
  }

  /** A Job is no use to a CronJob, whose runs start long after it may be gone. */
  private static boolean runsUngated(Rollout rollout, Link link) {
    return link.strong()
        && link.workload().resource().kind().equals("CronJob")
        && !link.workload().hasGate()
        && rollout.orderedByDeliverer(link).isEmpty();
  }

  private static GateSettings settings(Findings findings) {
    return GateSettings.of(
        findings.text(GATE),
        findings.text(IMAGE),
        findings.text(DIGEST),
        findings.text(TIMEOUT),
        findings.text(SERVICE_ACCOUNT));
  }

  /** What may hold the pods back and is not to be seen here. */
  private static Optional<String> doubt(Rollout rollout, Link link) {
    if (rollout.isAwaitedByHand(link.job())) {
      return Optional.of("somebody waits for it as its comment says");
    }
    List<OwnMigration> own = OwnMigration.of(link.workload());
    if (!own.isEmpty()) {
      return Optional.of(
          "what container " + own.get(0).container().name() + " runs brings the schema as well");
    }
    Optional<String> label = link.job().earlyLabel();
    boolean selects =
        rollout.deliverer() == Deliverer.KUBECTL || rollout.deliverer() == Deliverer.UNKNOWN;
    if (selects && label.isPresent()) {
      return Optional.of("whoever delivers applies what is labelled " + label.get() + " and waits");
    }
    Optional<String> question = link.workload().ownQuestion();
    if (question.isPresent()) {
      return Optional.of("init container " + question.get() + " waits for the schema");
    }
    Optional<Patch> patch = rollout.patching(link.workload().resource(), "initContainers");
    if (patch.isPresent()) {
      return Optional.of("the patch " + patch.get().file() + " lets them wait: check the build");
    }
    // The variables of this program version a name; any other placeholder is a pipeline's.
    boolean rendered =
        link.job().name().indexOf("${") < 0 && Placeholder.inName(link.job().name()).isPresent();
    if (rendered && rollout.isOfSources()) {
      return Optional.of("the pipeline that fills in its name waits for it");
    }
    return rollout.isOfSources() && isImageOpen(link.job())
        ? Optional.of("the pipeline that fills in its image waits for it")
        : Optional.empty();
  }

  private static boolean isImageOpen(MigrationJob job) {
    for (Container container : job.pod().containers()) {
      String image = container.node().text("image").orElse("");
      if (image.indexOf("${") < 0 && Placeholder.in(image).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** What keeps the two apart, if in the wrong order or in none, has rules of its own. */
  private static boolean isToldOtherwise(Rollout rollout, Link link) {
    return rollout.delivery().after(link.job().resource(), link.workload().resource()).isPresent()
        || FluxSplitUnordered.unordered(rollout, link).isPresent();
  }
}
