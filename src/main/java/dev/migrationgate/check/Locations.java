package dev.migrationgate.check;

import dev.migrationgate.check.ReportedFinding.Excerpt;
import dev.migrationgate.check.ReportedFinding.Location;
import dev.migrationgate.check.ReportedFinding.Position;
import dev.migrationgate.krm.Resource;
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
   * @param shown its file as it may be shown
   * @param redact masks values that are known to be secret
   */
  static Location of(
      Finding finding, Judged.Place place, ShownText shown, UnaryOperator<String> redact) {
    Resource resource = place.resource();
    SourceText source = resource.source();
    Optional<String> told = resource.path();
    if (told.isPresent() && source.name().equals(Checker.STDIN)) {
      return new Location(OneLine.of(told.get()), Optional.empty());
    }
    Node node = place.node();
    int start = Math.min(node.start(), source.text().length());
    int lineStart = source.lineStart(start);
    int lineEnd = lineStart + lineOf(source, start).length();
    // Where the line ends with blanks the place may be among them.
    int from = Math.min(start, lineEnd);
    int end = node.target() instanceof Scalar ? endOnLine(node, from, lineEnd) : from + 1;
    int to = Math.min(end, lineEnd);
    return new Location(
        path(source),
        Optional.of(
            new Position(
                source.line(start),
                source.column(start),
                Math.max(source.text().codePointCount(from, to), 1),
                excerpt(shown, finding, node, new int[] {lineStart, from, to, lineEnd}, redact))));
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

  private static int endOnLine(Node node, int start, int lineEnd) {
    return Math.min(Math.max(node.end(), start + 1), lineEnd);
  }

  /** The line before the place, the place, and what stands behind it. */
  private static Excerpt excerpt(
      ShownText shown, Finding finding, Node node, int[] at, UnaryOperator<String> redact) {
    boolean secret =
        SAYS_WHAT_IS_SECRET.contains(finding.rule())
            && node.target() instanceof Scalar
            && at[2] > at[1];
    String before = shown.before(at[0], at[1]);
    String place = secret ? MASK : shown.between(at[1], at[2]);
    String text =
        secret ? before + MASK + shown.between(at[2], at[3]) : shown.between(at[0], at[3]);
    int column = length(redact.apply(before));
    int end = length(redact.apply(before + place));
    return new Excerpt(redact.apply(text), column + 1, Math.max(end - column, 1));
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
