package dev.migrationgate.formats;

import dev.migrationgate.check.Report;
import dev.migrationgate.check.ReportedFinding;
import dev.migrationgate.check.ReportedFinding.Location;
import dev.migrationgate.check.ReportedFinding.Position;
import dev.migrationgate.check.ReportedMigration;
import dev.migrationgate.rules.Severity;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Our own JSON: docs/formats.md tells of it, docs/report.schema.json is its schema. */
public final class JsonFormat implements ReportFormat {
  /** Of the format. It changes when a field goes or means something else. */
  private static final String VERSION = "1";

  @Override
  public String write(Report report) {
    ObjectNode root = Json.object();
    root.put("version", VERSION);
    ArrayNode findings = root.putArray("findings");
    report.findings().forEach(finding -> findings.add(finding(finding)));
    ArrayNode migrations = root.putArray("migrations");
    report.migrations().forEach(migration -> migrations.add(migration(migration)));
    root.set("summary", summary(report));
    return Json.write(root);
  }

  private static ObjectNode finding(ReportedFinding finding) {
    ObjectNode node = Json.object();
    node.put("rule", finding.rule());
    node.put("severity", finding.severity().id());
    node.put("message", finding.message());
    if (finding.resource().isPresent()) {
      ReportedFinding.ResourceId id = finding.resource().get();
      ObjectNode resource = node.putObject("resource");
      resource.put("apiVersion", id.apiVersion());
      resource.put("kind", id.kind());
      resource.put("namespace", id.namespace());
      resource.put("name", id.name());
    } else {
      node.putNull("resource");
    }
    if (finding.field().isPresent()) {
      ReportedFinding.FieldValue value = finding.field().get();
      ObjectNode field = node.putObject("field");
      field.put("path", value.path());
      field.put("current", value.current().orElse(null));
      field.put("proposed", value.proposed().orElse(null));
    } else {
      node.putNull("field");
    }
    if (finding.location().isPresent()) {
      Location location = finding.location().get();
      ObjectNode file = node.putObject("file");
      file.put("path", location.path());
      file.put("line", location.position().map(Position::line).orElse(null));
      file.put("column", location.position().map(Position::column).orElse(null));
    } else {
      node.putNull("file");
    }
    node.put("fixable", finding.fixable());
    return node;
  }

  private static ObjectNode migration(ReportedMigration migration) {
    ObjectNode node = Json.object();
    ObjectNode job = node.putObject("job");
    job.put("name", migration.name());
    job.put("namespace", migration.namespace());
    job.put("file", migration.file());
    node.put("tool", migration.tool());
    node.set("evidence", Json.texts(migration.evidence()));
    ArrayNode workloads = node.putArray("workloads");
    for (ReportedMigration.Dependent dependent : migration.workloads()) {
      ObjectNode workload = workloads.addObject();
      workload.put("kind", dependent.kind());
      workload.put("name", dependent.name());
      workload.put("namespace", dependent.namespace());
      workload.put("file", dependent.file());
      if (dependent.gate().isPresent()) {
        ObjectNode gate = workload.putObject("gate");
        gate.put("kind", dependent.gate().get().kind());
        gate.put("target", dependent.gate().get().target());
        gate.put("container", dependent.gate().get().container());
      } else {
        workload.putNull("gate");
      }
      workload.set("linkedBy", Json.texts(dependent.linkedBy()));
    }
    return node;
  }

  private static ObjectNode summary(Report report) {
    Report.Summary summary = report.summary();
    ObjectNode node = Json.object();
    node.put("builds", summary.builds());
    node.put("files", summary.files());
    node.put("migrations", report.migrations().size());
    node.put("workloads", summary.workloads());
    node.put("provenGates", summary.provenGates());
    node.put("errors", report.count(Severity.ERROR));
    node.put("warnings", report.count(Severity.WARNING));
    node.put("infos", report.count(Severity.INFO));
    node.put("suppressed", summary.suppressed());
    node.put("inBaseline", report.known());
    node.set("unreadable", Json.texts(summary.unreadable()));
    node.set("templates", Json.texts(summary.templates()));
    node.set("notes", Json.texts(summary.notes()));
    return node;
  }
}
