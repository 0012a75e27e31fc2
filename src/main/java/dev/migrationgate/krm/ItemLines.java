package dev.migrationgate.krm;

import dev.migrationgate.yaml.Extent;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.Sequence;
import dev.migrationgate.yaml.SourceText;
import java.util.List;

/** Which whole lines each item of a block sequence takes, its leading comments included. */
final class ItemLines {
  private final SourceText source;
  private final int[] starts;
  private final int end;

  ItemLines(SourceText source, Sequence sequence) {
    this.source = source;
    List<Node> items = sequence.items();
    this.starts = new int[items.size()];
    int indent = 0;
    // Above the first item only comments and blank lines are walked over, so the key stops the
    // walk.
    int before = 0;
    for (int i = 0; i < items.size(); i++) {
      int dashLine = dashLine(items.get(i).start());
      indent = indentOf(dashLine);
      starts[i] = withComments(dashLine, before, indent);
      before = endLine(items.get(i));
    }
    this.end = items.isEmpty() ? before : withInnerComments(before, indent);
  }

  int start(int item) {
    return starts[item];
  }

  int end(int item) {
    return item + 1 < starts.length ? starts[item + 1] : end;
  }

  private int dashLine(int contentStart) {
    int line = source.lineStart(contentStart);
    while (firstChar(line) != '-') {
      line = source.lineStart(line - 1);
    }
    return line;
  }

  /** Walks up over comments and blank lines that do not belong to what stands before. */
  private int withComments(int dashLine, int before, int indent) {
    int start = dashLine;
    while (start > before) {
      int line = source.lineStart(start - 1);
      char first = firstChar(line);
      boolean own = first == '\n' || (first == '#' && indentOf(line) <= indent);
      if (!own || line < before) {
        break;
      }
      start = line;
    }
    return start;
  }

  /** Comments behind the last item that stand deeper than its dash are still its own. */
  private int withInnerComments(int after, int indent) {
    int end = after;
    int line = after;
    while (line < source.text().length() && (firstChar(line) == '\n' || firstChar(line) == '#')) {
      int next = source.nextLine(line);
      if (firstChar(line) == '#') {
        if (indentOf(line) <= indent) {
          break;
        }
        end = next;
      }
      line = next;
    }
    return end;
  }

  /** The start of the line behind a node. */
  private int endLine(Node node) {
    int contentEnd = Extent.contentEnd(node);
    String text = source.text();
    boolean atLineStart = contentEnd > node.start() && text.charAt(contentEnd - 1) == '\n';
    return atLineStart ? contentEnd : source.nextLine(contentEnd);
  }

  /** The first character of a line that is no space; a line break for a blank line. */
  private char firstChar(int line) {
    String text = source.text();
    int at = line + indentOf(line);
    if (at >= text.length()) {
      return '\n';
    }
    char c = text.charAt(at);
    return c == '\r' || c == '\t' ? '\n' : c;
  }

  private int indentOf(int line) {
    String text = source.text();
    int at = line;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at - line;
  }
}
