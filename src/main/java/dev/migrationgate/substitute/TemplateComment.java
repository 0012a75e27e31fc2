package dev.migrationgate.substitute;

import dev.migrationgate.yaml.Edit;
import dev.migrationgate.yaml.Scalar;
import dev.migrationgate.yaml.SourceText;
import java.util.Optional;

/**
 * The comment behind a value that keeps the template that the value was made of: {@code # kpt-set:
 * registry/app:${IMAGE_TAG}}.
 *
 * <p>Its form is that of kpt's function apply-setters (kpt-functions-catalog, v0.2), which a YAML
 * comment can hold at the end of a line only.
 */
final class TemplateComment {
  private static final String MARK = "kpt-set:";

  private final SourceText source;

  TemplateComment(SourceText source) {
    this.source = source;
  }

  /** False where no value of a text can have one, so that none need be looked at. */
  static boolean standsIn(SourceText source) {
    return source.text().contains(MARK);
  }

  /** The template of a scalar. */
  Optional<String> of(Scalar scalar) {
    if (scalar.style().isBlock() || scalar.isNull()) {
      return Optional.empty();
    }
    String comment = rest(scalar.end()).strip();
    return isTemplate(comment) ? Optional.of(template(comment)) : Optional.empty();
  }

  /** What becomes of a template. */
  sealed interface Kept {

    /** The line keeps it, by this edit where it does not yet. */
    record OnLine(Optional<Edit> edit) implements Kept {}

    /** The line cannot; the reason follows {@code the line cannot keep its template:}. */
    record Lost(String reason) implements Kept {}
  }

  /**
   * Keeps a template.
   *
   * @param end where the value ends, and nothing else of its line is edited
   * @param style how the value is written
   * @param replaceable true where the template of the comment that is there may go
   */
  Kept keep(String template, int end, Scalar.Style style, boolean inFlow, boolean replaceable) {
    if (style.isBlock() || template.indexOf('\n') >= 0) {
      return new Kept.Lost("the value has several lines");
    }
    if (inFlow) {
      return new Kept.Lost("it stands inside brackets; write one item a line");
    }
    String rest = rest(end);
    String comment = rest.strip();
    if (comment.isEmpty()) {
      return new Kept.OnLine(Optional.of(Edit.insert(end, " # " + MARK + " " + template)));
    }
    if (!comment.startsWith("#")) {
      return new Kept.Lost("something else stands behind it");
    }
    if (isTemplate(comment) && template(comment).equals(template)) {
      return new Kept.OnLine(Optional.empty());
    }
    if (isTemplate(comment) && replaceable) {
      String written = " # " + MARK + " " + template;
      return new Kept.OnLine(Optional.of(new Edit(end, end + rest.length(), written)));
    }
    if (isTemplate(comment)) {
      return new Kept.Lost(
          "the comment behind it is the template of another setter, by which apply-setters would"
              + " go; take it away");
    }
    return new Kept.Lost("a comment stands behind it; put that above the line");
  }

  private static boolean isTemplate(String comment) {
    return comment.startsWith("#") && comment.substring(1).strip().startsWith(MARK);
  }

  private static String template(String comment) {
    return comment.substring(comment.indexOf(MARK) + MARK.length()).strip();
  }

  private String rest(int offset) {
    String text = source.text();
    int end = offset;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return text.substring(offset, end);
  }
}
