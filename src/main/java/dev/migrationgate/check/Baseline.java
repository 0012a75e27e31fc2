package dev.migrationgate.check;

import dev.migrationgate.check.ReportedFinding.Location;
import dev.migrationgate.check.ReportedFinding.ResourceId;
import dev.migrationgate.files.AtomicFile;
import dev.migrationgate.krm.InvalidInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The findings that a project knows already, so that only new ones fail it.
 *
 * @param fingerprints of what is known
 */
public record Baseline(Set<String> fingerprints) {
  /** Where it is written when nobody says. */
  public static final Path FILE = Path.of(".migration-gate-baseline.json");

  private static final String VERSION = "1";
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  public Baseline {
    fingerprints = Set.copyOf(fingerprints);
  }

  /**
   * Reads one.
   *
   * @throws InvalidInput when it is not there, or no baseline
   */
  public static Baseline read(Path file) {
    try {
      JsonNode root = MAPPER.readTree(Files.readString(file));
      String version = root.path("version").asString("");
      if (!version.isEmpty() && !version.equals(VERSION)) {
        throw new InvalidInput(
            file + ": a baseline of version " + version + ", and this program knows " + VERSION);
      }
      if (version.isEmpty() || !root.path("findings").isArray()) {
        throw new InvalidInput(file + ": no baseline; write one with --write-baseline");
      }
      Set<String> fingerprints = new HashSet<>();
      root.path("findings")
          .forEach(finding -> fingerprints.add(finding.path("fingerprint").asString("")));
      return new Baseline(fingerprints);
    } catch (IOException e) {
      throw new InvalidInput(file + ": cannot be read; write a baseline with --write-baseline");
    } catch (JacksonException e) {
      throw new InvalidInput(file + ": this is no JSON: " + e.getOriginalMessage());
    }
  }

  /**
   * Writes all findings of a report as known. Lines are left out: they move.
   *
   * @throws InvalidInput when the file cannot be written
   */
  public static void write(Path file, Report report) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("version", VERSION);
    ArrayNode findings = root.putArray("findings");
    for (ReportedFinding finding : report.findings()) {
      ObjectNode node = findings.addObject();
      node.put("fingerprint", finding.fingerprint());
      node.put("rule", finding.rule());
      node.put("file", finding.location().map(Location::path).orElse(""));
      node.put("resource", finding.resource().map(ResourceId::text).orElse(""));
    }
    try {
      String text = MAPPER.writeValueAsString(root).replace("\r\n", "\n") + "\n";
      AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new InvalidInput(e.getMessage());
    }
  }

  /** The report without what is known. */
  public Report newIn(Report report) {
    List<ReportedFinding> left =
        report.findings().stream()
            .filter(finding -> !fingerprints.contains(finding.fingerprint()))
            .toList();
    return report.without(left, report.findings().size() - left.size());
  }
}
