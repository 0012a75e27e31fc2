package dev.migrationgate.check;

import dev.migrationgate.check.ReportedMigration.Dependent;
import dev.migrationgate.check.ReportedMigration.GateSummary;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.pattern.Link;
import dev.migrationgate.pattern.gate.Gate;
import dev.migrationgate.pattern.migration.MigrationJob;
import dev.migrationgate.report.Redactor;
import dev.migrationgate.yaml.OneLine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Migrations and their workloads as they are told. */
final class Dependents {
  private Dependents() {}

  static ReportedMigration migration(
      MigrationJob job, Judged judged, List<Dependent> workloads, Redactor redactor) {
    return new ReportedMigration(
        redactor.redactName(job.name()),
        redactor.redactName(job.resource().namespace()),
        file(judged.origin(job.resource())),
        job.tool(),
        job.evidence().stream().map(redactor::redact).toList(),
        workloads);
  }

  static Dependent of(Link link, Judged judged, Redactor redactor) {
    Resource workload = link.workload().resource();
    return new Dependent(
        workload.kind(),
        redactor.redactName(workload.name()),
        redactor.redactName(workload.namespace()),
        file(judged.origin(workload)),
        gate(link, redactor),
        link.reasons().stream().map(redactor::redact).toList());
  }

  private static Optional<GateSummary> gate(Link link, Redactor redactor) {
    return link.gate()
        .map(poll ->
            new GateSummary(
                kind(poll.form()),
                poll.targets().stream()
                    .map(target -> redactor.redactName(target.name()))
                    .collect(Collectors.joining(",")),
                poll.container().name()))
        .or(() ->
            link.workload()
                .schemaGate()
                .map(poll -> new GateSummary("db-poll", poll.tool(), poll.container().name())));
  }

  private static String kind(Gate.Form form) {
    return form.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String file(Resource resource) {
    return resource.path().map(OneLine::of).orElse(Locations.path(resource.source()));
  }
}
