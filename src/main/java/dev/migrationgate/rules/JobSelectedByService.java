package dev.migrationgate.rules;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Rollout;
import dev.migrationgate.pattern.cluster.ServiceTraffic;
import dev.migrationgate.pattern.migration.MigrationJob;

/** Requests go to the migration. */
final class JobSelectedByService implements Rule {
  @Override
  public String id() {
    return "job-selected-by-service";
  }

  @Override
  public String title() {
    return "A Service sends requests to the migration Job's pods";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void judge(Rollout rollout, Findings findings) {
    ServiceTraffic traffic = new ServiceTraffic(rollout.resources());
    for (MigrationJob job : rollout.migrations()) {
      for (Resource service : traffic.reaching(job.resource(), job.pod())) {
        findings.add(
            job.resource(),
            Field.of(job.resource(), "spec", "template", "metadata", "labels"),
            "the selector of "
                + service.identity()
                + " matches the labels of the Job's pods: while the migration runs, requests go"
                + " to it and are refused; change a label here, or add one to the selector and"
                + " its Deployment");
      }
    }
  }
}
