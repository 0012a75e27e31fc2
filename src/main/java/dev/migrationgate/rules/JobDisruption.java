package dev.migrationgate.rules;

import dev.migrationgate.fix.Reach;
import dev.migrationgate.fix.TemplateChange;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.cluster.Disruption;
import dev.migrationgate.pattern.migration.MigrationJob;
import dev.migrationgate.yaml.Fragment;
import java.util.List;

/** The drain of a node fails the migration for good. */
final class JobDisruption implements Rule {
  @Override
  public String id() {
    return "job-disruption";
  }

  @Override
  public String title() {
    return "The drain of a node fails the migration for good";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public Reach reach() {
    return Reach.WIRE;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    Disruption disruption = new Disruption(rollout.resources());
    for (MigrationJob job : rollout.migrations()) {
      Resource resource = job.resource();
      if (resource.root().has("0", "spec", "backoffLimit")
          && !disruption.isProvidedFor(resource, job.pod())) {
        findings.add(
            severity(),
            resource,
            Field.of(resource, "spec", "template", "metadata", "annotations"),
            "backoffLimit 0 makes a drained node a failed migration; annotate the pod template with"
                + " karpenter.sh/do-not-disrupt: \"true\" and"
                + " cluster-autoscaler.kubernetes.io/safe-to-evict: \"false\", so that autoscalers"
                + " leave its node alone until it is done",
            new TemplateChange(
                job,
                List.of("spec", "template", "metadata", "annotations"),
                Fragment.of("cluster-autoscaler.kubernetes.io/safe-to-evict", "false")
                    .with("karpenter.sh/do-not-disrupt", "true"),
                false,
                "annotations keep autoscalers from the Job's node until it is done"));
      }
    }
  }
}
