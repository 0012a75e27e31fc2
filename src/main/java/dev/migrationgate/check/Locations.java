package dev.migrationgate.check;

import dev.migrationgate.check.ReportedFinding.Location;
import dev.migrationgate.check.ReportedFinding.Position;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.rules.Field;
import dev.migrationgate.rules.Finding;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.OneLine;
import dev.migrationgate.yaml.Scalar;
import dev.migrationgate.yaml.SourceText;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Says where a finding stands, and shows its line without what could be secret. */
final class Locations {
  private static final String MASK = "***";
  private static final Set<String> SAYS_WHAT_IS_SECRET = Set.of("secret-in-plain-text");

  private Locations() {}

  /**
   * Where a resource's finding stands.
   *
   * @param redact masks values that are known to be secret
   */
  static Location of(Finding finding, Judged.Place place, UnaryOperator<String> redact) {
    Resource resource = place.resource();
    SourceText source = resource.source();
    Optional<String> told = resource.path();
    if (told.isPresent() && source.name().equals(Checker.STDIN)) {
      return new Location(OneLine.of(told.get()), Optional.empty());
    }
    Node node = place.node();
    int start = Math.min(node.start(), source.text().length());
    String line = lineOf(source, start);
    int column = start - source.lineStart(start);
    int end = node.target() instanceof Scalar ? endOnLine(node, start, line, column) : column + 1;
    return new Location(
        path(source),
        Optional.of(
            new Position(
                source.line(start),
                source.column(start),
                Math.max(line.codePointCount(Math.min(column, line.length()), end), 1),
                redact.apply(masked(line, column, end, finding, resource, node)))));
  }

  /** The file as one line, with slashes on every system. */
  static String path(SourceText source) {
    return OneLine.of(source.name().replace('\\', '/'));
  }

  private static String lineOf(SourceText source, int offset) {
    String text = source.text();
    int end = source.nextLine(offset);
    return text.substring(source.lineStart(offset), end).stripTrailing();
  }

  private static int endOnLine(Node node, int start, String line, int column) {
    int length = Math.max(node.end() - start, 1);
    return Math.max(Math.min(column + length, line.length()), Math.min(column, line.length()));
  }

  private static String masked(
      String line, int column, int end, Finding finding, Resource resource, Node node) {
    boolean value = node.target() instanceof Scalar && end > column;
    boolean secret =
        SAYS_WHAT_IS_SECRET.contains(finding.rule())
            || (resource.is("", "Secret")
                && finding.field().map(Field::path).filter(Locations::isData).isPresent());
    String shown = value && secret ? line.substring(0, column) + MASK + line.substring(end) : line;
    return Passwords.masked(shown);
  }

  private static boolean isData(String path) {
    return path.startsWith("data") || path.startsWith("stringData");
  }
}
