package dev.migrationgate.fix;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.yaml.Edit;
import dev.migrationgate.yaml.Scalar;

/** Changes a piece of a scalar's text, so that the scalar stays quoted as it was. */
final class ScalarChange {
  private ScalarChange() {}

  /**
   * The change that replaces a piece.
   *
   * @param from the piece as the source has it
   * @throws CannotChange when it does not stand there exactly once
   */
  static Change replace(Resource resource, Scalar scalar, String from, String to) {
    String written = scalar.written();
    int at = written.indexOf(from);
    if (at < 0 || written.indexOf(from, at + 1) >= 0) {
      throw new CannotChange("\"" + from.trim() + "\" does not stand there just once");
    }
    // A block, or text folded over several lines, keeps its lines.
    boolean onLines =
        scalar.style().isBlock()
            || resource.source().line(scalar.start()) != resource.source().line(scalar.end());
    return onLines
        ? new Change.Replace(resource, scalar, from, to)
        : new Change.Rewrite(
            resource,
            scalar,
            written.substring(0, at) + to + written.substring(at + from.length()));
  }

  /**
   * The edit of such a change.
   *
   * @throws CannotChange when the piece does not stand there exactly once
   */
  static Edit edit(Change.Replace replace) {
    Scalar scalar = replace.scalar();
    String text = replace.resource().source().text().substring(scalar.start(), scalar.end());
    int at = text.indexOf(replace.from());
    if (at < 0 || text.indexOf(replace.from(), at + 1) >= 0) {
      throw new CannotChange("\"" + replace.from().trim() + "\" does not stand there just once");
    }
    int start = scalar.start() + at;
    return new Edit(start, start + replace.from().length(), replace.to());
  }
}
