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
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Says where a finding stands, and shows its line without what could be secret. */
final class Locations {
  private static final String MASK = "***";

  /** A longer line is shown in part. */
  private static final int LONGEST_LINE = 2_000;

  /** So much is shown of a long line before a place, of the place itself, and behind it. */
  private static final int ROOM = 300;

  private static final Set<String> SAYS_WHAT_IS_SECRET = Set.of("secret-in-plain-text");

  private Locations() {}

  /**
   * Where a resource's finding stands.
   *
   * @param shown its file as it may be shown, line by line
   * @param masked its file as it may be cut anywhere; asked for where a line is long
   * @param redact masks values that are known to be secret
   */
  static Location of(
      Finding finding,
      Judged.Place place,
      ShownText shown,
      Supplier<ShownText> masked,
      UnaryOperator<String> redact) {
    Resource resource = place.resource();
    SourceText source = resource.source();
    Optional<String> told = resource.path();
    if (told.isPresent() && source.name().equals(Checker.STDIN)) {
      return new Location(OneLine.of(told.get()), Optional.empty());
    }
    Node node = place.node();
    int start = Math.min(node.start(), source.text().length());
    int lineStart = source.lineStart(start);
    int lineEnd = lineEnd(source, start, lineStart);
    // Where the line ends with blanks the place may be among them.
    int from = Math.min(start, lineEnd);
    int end = node.target() instanceof Scalar ? endOnLine(node, from, lineEnd) : from + 1;
    int to = Math.min(end, lineEnd);
    boolean isLong = lineEnd - lineStart > LONGEST_LINE;
    int[] at = {lineStart, from, to, lineEnd};
    return new Location(
        path(source),
        Optional.of(
            new Position(
                source.line(start),
                source.column(start),
                Math.max(source.text().codePointCount(from, to), 1),
                excerpt(
                    isLong ? masked.get() : shown,
                    finding,
                    node,
                    isLong ? around(source.text(), at) : at,
                    redact))));
  }

  /** The file as one line, with slashes on every system. */
  static String path(SourceText source) {
    return OneLine.of(source.name().replace('\\', '/'));
  }

  /** Where the line ends, the blanks at its end left out. */
  private static int lineEnd(SourceText source, int offset, int lineStart) {
    int end = source.nextLine(offset);
    while (end > lineStart && Character.isWhitespace(source.text().charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** Of a long line what stands around the place: each finding would show all of it again. */
  private static int[] around(String text, int[] at) {
    int to = whole(text, Math.min(at[2], at[1] + ROOM));
    return new int[] {
      whole(text, Math.max(at[0], at[1] - ROOM)), at[1], to, whole(text, Math.min(at[3], to + ROOM))
    };
  }

  /** The offset, or the one before where that is half a character. */
  private static int whole(String text, int offset) {
    boolean half =
        offset > 0
            && offset < text.length()
            && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
    return half ? offset - 1 : offset;
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
