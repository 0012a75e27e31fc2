package dev.migrationgate.formats;

import dev.migrationgate.check.Report;
import dev.migrationgate.check.ReportedFinding;
import dev.migrationgate.check.ReportedFinding.Location;
import dev.migrationgate.check.ReportedFinding.Position;
import dev.migrationgate.rules.Severity;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit's XML: a suite for each file, a test for each finding. One that fails the run is a failure,
 * any other a skipped test; a file that cannot be read is an error. No time is told, so that the
 * same findings give the same report.
 */
public final class JUnitFormat implements ReportFormat {
  private static final String NAME = "migration-gate";

  private final Optional<Severity> failOn;

  /**
   * @param failOn the severity from which a finding fails the run
   */
  public JUnitFormat(Optional<Severity> failOn) {
    this.failOn = failOn;
  }

  /**
   * A test.
   *
   * @param outcome the element that tells how it went, empty for a success
   */
  private record Case(String name, String outcome, String type, String message, String text) {}

  @Override
  public String write(Report report) {
    Map<String, List<Case>> suites = new LinkedHashMap<>();
    for (ReportedFinding finding : report.findings()) {
      suites
          .computeIfAbsent(
              finding.location().map(Location::path).orElse("."), file -> new ArrayList<>())
          .add(testCase(finding));
    }
    for (String line : report.summary().unreadable()) {
      suites
          .computeIfAbsent("not readable", file -> new ArrayList<>())
          .add(new Case("is readable", "error", "unreadable", line, line));
    }
    if (suites.isEmpty()) {
      suites.put(NAME, List.of(new Case(TextFormat.closing(report), "", "", "", "")));
    }
    try {
      return xml(suites);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private Case testCase(ReportedFinding finding) {
    String place =
        finding
            .location()
            .flatMap(Location::position)
            .map(Position::line)
            .map(line -> " line " + line)
            .orElse("");
    boolean fails = failOn.filter(from -> finding.severity().compareTo(from) <= 0).isPresent();
    String about = finding.resource().map(ReportedFinding.ResourceId::text).orElse("the build");
    return new Case(
        finding.rule() + ": " + about + place,
        fails ? "failure" : "skipped",
        finding.severity().id(),
        finding.message(),
        finding.location().map(Location::path).orElse(".") + place + "\n" + finding.message());
  }

  private static String xml(Map<String, List<Case>> suites) throws XMLStreamException {
    StringWriter text = new StringWriter();
    XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuites");
    xml.writeCharacters("\n");
    for (Map.Entry<String, List<Case>> suite : suites.entrySet()) {
      write(suite.getKey(), suite.getValue(), xml);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.close();
    return text + "\n";
  }

  private static void write(String name, List<Case> cases, XMLStreamWriter xml)
      throws XMLStreamException {
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", printable(name));
    xml.writeAttribute("tests", Integer.toString(cases.size()));
    for (String outcome : List.of("failure", "error")) {
      xml.writeAttribute(outcome + "s", Long.toString(count(cases, outcome)));
    }
    xml.writeAttribute("skipped", Long.toString(count(cases, "skipped")));
    xml.writeAttribute("time", "0");
    xml.writeCharacters("\n");
    for (Case test : cases) {
      write(name, test, xml);
    }
    xml.writeEndElement();
    xml.writeCharacters("\n");
  }

  private static long count(List<Case> cases, String outcome) {
    return cases.stream().filter(test -> test.outcome().equals(outcome)).count();
  }

  private static void write(String suite, Case test, XMLStreamWriter xml)
      throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("name", printable(test.name()));
    xml.writeAttribute("classname", printable(suite));
    xml.writeAttribute("time", "0");
    if (!test.outcome().isEmpty()) {
      xml.writeStartElement(test.outcome());
      if (!test.outcome().equals("skipped")) {
        xml.writeAttribute("type", test.type());
      }
      xml.writeAttribute("message", printable(test.message()));
      xml.writeCharacters(printable(test.text()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeCharacters("\n");
  }

  /** XML has no way to say most control characters. */
  private static String printable(String text) {
    StringBuilder printable = new StringBuilder();
    text.codePoints()
        .map(c -> (c < ' ' && c != '\n' && c != '\t') || c == 0xFFFE || c == 0xFFFF ? '?' : c)
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? '?' : c)
        .forEach(printable::appendCodePoint);
    return printable.toString();
  }
}
