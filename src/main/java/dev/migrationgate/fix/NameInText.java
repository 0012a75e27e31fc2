package dev.migrationgate.fix;

import dev.migrationgate.yaml.Edit;
import dev.migrationgate.yaml.Edits;
import dev.migrationgate.yaml.Insertion;
import dev.migrationgate.yaml.PlainScalar;
import dev.migrationgate.yaml.Scalar;
import java.util.ArrayList;
import java.util.List;

/** A resource's name as a word of a longer text: an argument, a shell command, an annotation. */
final class NameInText {
  private NameInText() {}

  /**
   * The edits that replace it, wherever it stands as a word of its own.
   *
   * @throws CannotChange when the text spells it in another way than the scalar reads
   */
  static List<Edit> replace(Change.Rename rename) {
    Scalar scalar = rename.scalar();
    String written = rename.resource().source().text().substring(scalar.start(), scalar.end());
    List<Edit> all = new ArrayList<>();
    List<Edit> ofJobs = new ArrayList<>();
    int at = find(written, rename.from(), 0);
    while (at >= 0) {
      int end = at + rename.from().length();
      Edit edit = new Edit(scalar.start() + at, scalar.start() + end, rename.to());
      all.add(edit);
      if (isBehindKind(written, at)) {
        ofJobs.add(edit);
      }
      at = find(written, rename.from(), end);
    }
    // Another such word may be a subcommand, or what the script prints.
    List<Edit> edits = all.size() == 1 ? all : ofJobs;
    if (edits.isEmpty()) {
      throw new CannotChange("the name \"" + rename.from() + "\" is not written out there");
    }
    return quoted(rename, edits);
  }

  /** A name without quotes may need some: in a flow collection a brace would be one of YAML's. */
  private static List<Edit> quoted(Change.Rename rename, List<Edit> edits) {
    Scalar scalar = rename.scalar();
    boolean oneLine = scalar.end() - scalar.start() == scalar.written().length();
    if (scalar.style() != Scalar.Style.PLAIN || !oneLine) {
      return edits;
    }
    StringBuilder value = new StringBuilder();
    Edits.of(edits).copy(rename.resource().source().text(), scalar.start(), scalar.end(), value);
    boolean inFlow = Sharing.inFlow(rename.resource().root(), scalar);
    return PlainScalar.canBePlain(value.toString(), inFlow)
        ? edits
        : List.of(Insertion.rewrite(scalar, value.toString(), inFlow));
  }

  /** {@code job/NAME}, {@code jobs.batch NAME}. */
  private static boolean isBehindKind(String written, int at) {
    String before = written.substring(Math.max(0, at - "jobs.batch/".length()), at);
    for (String kind : new String[] {"job/", "jobs/", ".batch/", "job ", "jobs ", ".batch "}) {
      if (before.endsWith(kind)) {
        return true;
      }
    }
    return false;
  }

  /** True when a text holds a name as a word of its own. */
  static boolean holds(String text, String name) {
    return find(text, name, 0) >= 0;
  }

  private static int find(String text, String name, int from) {
    int at = name.isEmpty() ? -1 : text.indexOf(name, from);
    while (at >= 0) {
      boolean starts = at == 0 || !isPart(text.charAt(at - 1));
      int behind = at + name.length();
      boolean ends = behind >= text.length() || !continues(text, behind);
      if (starts && ends) {
        return at;
      }
      at = text.indexOf(name, at + 1);
    }
    return -1;
  }

  private static boolean isPart(char c) {
    return isLetterOrDigit(c) || c == '-' || c == '.' || c == '_' || c == '$' || c == '{';
  }

  /** A dot at the end of a name ends a sentence, or a file's extension begins. */
  private static boolean continues(String text, int at) {
    char c = text.charAt(at);
    if (c == '.') {
      return at + 1 < text.length() && isLetterOrDigit(text.charAt(at + 1));
    }
    return isLetterOrDigit(c) || c == '-' || c == '_' || c == '$';
  }

  private static boolean isLetterOrDigit(char c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
