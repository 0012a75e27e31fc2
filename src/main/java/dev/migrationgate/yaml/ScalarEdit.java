package dev.migrationgate.yaml;

import java.util.List;
import java.util.Optional;

/**
 * Writes another text into a scalar: in its own quotes where it has some, and nothing around it.
 */
public final class ScalarEdit {
  private ScalarEdit() {}

  /**
   * The text after which every YAML parser reads the scalar as this very string, and all else as
   * before. Empty where there is no such text: behind a key that takes several lines or has no
   * colon, an empty value has no place.
   *
   * @param scalar where it stands; an empty value has its place right behind the colon, which a
   *     flow mapping may leave out
   * @param text one line
   * @param inFlow true inside of brackets or braces
   */
  public static Optional<String> applied(
      SourceText source, Scalar scalar, String text, boolean inFlow) {
    boolean isMissing = scalar.start() == scalar.end();
    boolean hasColon = !isMissing || isBehindColon(source, scalar.start());
    // Some parsers read a value without a colon behind a key that starts with a question mark.
    if (!hasColon && !inFlow) {
      return Optional.empty();
    }
    String before = isMissing ? (hasColon ? " " : ": ") : "";
    int end = scalar.style().isBlock() ? contentEnd(source, scalar) : scalar.end();
    Edit edit = new Edit(scalar.start(), end, before + write(scalar, text, inFlow));
    StringBuilder edited = new StringBuilder();
    Edits.of(List.of(edit)).copy(source.text(), 0, source.text().length(), edited);
    SourceText after = new SourceText(source.name(), edited.toString());
    return new EditedTree(scalar, text).isThat(source, after)
        ? Optional.of(after.text())
        : Optional.empty();
  }

  /** An anchor and a tag may stand in between; a comment may end with a colon too. */
  private static boolean isBehindColon(SourceText source, int offset) {
    String text = source.text();
    int start = offset;
    int end;
    do {
      end = start;
      while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
        end--;
      }
      start = end;
      while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
        start--;
      }
    } while (start < end && (text.charAt(start) == '&' || text.charAt(start) == '!'));
    return end > 0
        && text.charAt(end - 1) == ':'
        && text.substring(source.lineStart(end - 1), end).indexOf('#') < 0;
  }

  private static String write(Scalar scalar, String text, boolean inFlow) {
    return switch (scalar.style()) {
      case PLAIN -> PlainScalar.canBePlain(text, inFlow) ? text : Quoting.doubleQuoted(text);
      case SINGLE_QUOTED -> Quoting.singleQuoted(text);
      case DOUBLE_QUOTED, LITERAL, FOLDED -> Quoting.doubleQuoted(text);
    };
  }

  /** A block scalar's range takes in the line breaks behind it, and those stay. */
  private static int contentEnd(SourceText source, Scalar scalar) {
    int end = scalar.end();
    while (end > scalar.start() && Character.isWhitespace(source.text().charAt(end - 1))) {
      end--;
    }
    return end;
  }
}
