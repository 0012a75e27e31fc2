package dev.migrationgate.formats;

import dev.migrationgate.check.Report;
import dev.migrationgate.check.ReportedFinding;
import dev.migrationgate.check.ReportedFinding.FileEdits;
import dev.migrationgate.check.ReportedFinding.Fix;
import dev.migrationgate.check.ReportedFinding.Location;
import dev.migrationgate.check.ReportedFinding.Position;
import dev.migrationgate.check.ReportedFinding.Replacement;
import dev.migrationgate.pages.RulePage;
import dev.migrationgate.rules.Rule;
import dev.migrationgate.rules.Rules;
import dev.migrationgate.rules.Severity;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** SARIF 2.1.0 (OASIS), which GitHub, Azure DevOps and many editors show. */
public final class SarifFormat implements ReportFormat {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
  private static final String FINGERPRINT = "migrationGate/v1";

  private final Map<String, Integer> indexes = new HashMap<>();

  @Override
  public String write(Report report) {
    ObjectNode root = Json.object();
    root.put("$schema", SCHEMA);
    root.put("version", "2.1.0");
    ObjectNode run = root.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "migration-gate");
    driver.put("informationUri", RulePage.SITE);
    ArrayNode rules = driver.putArray("rules");
    for (Rule rule : Rules.ALL) {
      indexes.put(rule.id(), rules.size());
      rules.add(rule(rule));
    }
    run.put("columnKind", "unicodeCodePoints");
    // Without it readers of the format take a single CR for no line break; YAML does.
    run.putArray("newlineSequences").add("\r\n").add("\n").add("\r");
    ObjectNode invocation = run.putArray("invocations").addObject();
    invocation.put("executionSuccessful", report.summary().unreadable().isEmpty());
    ArrayNode problems = invocation.putArray("toolExecutionNotifications");
    for (String line : report.summary().unreadable()) {
      ObjectNode problem = problems.addObject();
      problem.put("level", "error");
      problem.putObject("message").put("text", line);
    }
    ArrayNode results = run.putArray("results");
    report.findings().forEach(finding -> results.add(result(finding)));
    return Json.write(root);
  }

  private static ObjectNode rule(Rule rule) {
    RulePage page = RulePage.of(rule);
    ObjectNode node = Json.object();
    node.put("id", rule.id());
    node.putObject("shortDescription").put("text", rule.title() + ".");
    node.put("helpUri", RulePage.uri(rule));
    ObjectNode help = node.putObject("help");
    help.put("text", page.symptom().words());
    help.put("markdown", page.text());
    node.putObject("defaultConfiguration").put("level", level(rule.severity()));
    return node;
  }

  private ObjectNode result(ReportedFinding finding) {
    ObjectNode node = Json.object();
    node.put("ruleId", finding.rule());
    node.put("ruleIndex", indexes.get(finding.rule()));
    node.put("level", level(finding.severity()));
    node.putObject("message").put("text", finding.message());
    if (finding.location().isPresent()) {
      ObjectNode location = node.putArray("locations").addObject();
      location.set("physicalLocation", physical(finding.location().get()));
      logical(finding).ifPresent(found -> location.putArray("logicalLocations").add(found));
    }
    node.putObject("partialFingerprints").put(FINGERPRINT, finding.fingerprint());
    finding.fix().ifPresent(fix -> node.putArray("fixes").add(fix(fix)));
    return node;
  }

  private static ObjectNode physical(Location location) {
    ObjectNode node = Json.object();
    node.putObject("artifactLocation").put("uri", uri(location.path()));
    if (location.position().isPresent()) {
      Position at = location.position().get();
      ObjectNode region = node.putObject("region");
      region.put("startLine", at.line());
      region.put("startColumn", at.column());
      region.put("endLine", at.line());
      region.put("endColumn", at.column() + at.length());
      region.putObject("snippet").put("text", at.excerpt().text());
    }
    return node;
  }

  private static Optional<ObjectNode> logical(ReportedFinding finding) {
    return finding
        .resource()
        .map(resource -> {
          ObjectNode node = Json.object();
          node.put("kind", "resource");
          node.put(
              "fullyQualifiedName",
              resource.text() + finding.field().map(field -> " " + field.path()).orElse(""));
          return node;
        });
  }

  private static ObjectNode fix(Fix fix) {
    ObjectNode node = Json.object();
    node.putObject("description").put("text", fix.done());
    ArrayNode changes = node.putArray("artifactChanges");
    for (FileEdits file : fix.files()) {
      ObjectNode change = changes.addObject();
      change.putObject("artifactLocation").put("uri", uri(file.path()));
      ArrayNode replacements = change.putArray("replacements");
      for (Replacement one : file.replacements()) {
        ObjectNode replacement = replacements.addObject();
        ObjectNode region = replacement.putObject("deletedRegion");
        region.put("startLine", one.start().line());
        region.put("startColumn", one.start().column());
        region.put("endLine", one.end().line());
        region.put("endColumn", one.end().column());
        replacement.putObject("insertedContent").put("text", one.text());
      }
    }
    return node;
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
    };
  }

  /** A path as a URI: relative where it is relative. */
  static String uri(String path) {
    try {
      // A colon in a relative path's first part would make a scheme of it.
      return Path.of(path).isAbsolute()
          ? new URI("file", "", path, null).toASCIIString()
          : new URI(null, null, "./" + path, null).toASCIIString().substring(2);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(path, e);
    }
  }
}
