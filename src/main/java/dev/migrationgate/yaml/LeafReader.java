package dev.migrationgate.yaml;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads what stands inside the blocks of {@link BlockReader}: scalars and flow collections that
 * stay on their line, and literal block scalars.
 */
final class LeafReader {
  private static final String FLOW_INDICATORS = ",[]{}";

  private final String text;
  private final Cursor cursor;
  private final int deepest;
  private final int longest;
  private final SharedTexts texts = new SharedTexts();

  LeafReader(String text, Cursor cursor, int deepest, int longest) {
    this.text = text;
    this.cursor = cursor;
    this.deepest = deepest;
    this.longest = longest;
  }

  /**
   * Reads the leaf that starts at the cursor, and leaves the cursor behind it.
   *
   * @param parent the column of the block around it
   */
  Node read(int parent, int depth) {
    return cursor.current() == '|' ? literal(parent) : node(depth, false);
  }

  private Node node(int depth, boolean inFlow) {
    return switch (cursor.current()) {
      case '"' -> doubleQuoted();
      case '\'' -> singleQuoted();
      case '[' -> flowSequence(depth);
      case '{' -> flowMapping(depth);
      default -> plain(inFlow);
    };
  }

  // --- scalars

  private Scalar plain(boolean inFlow) {
    int start = cursor.at();
    Cursor.expect(startsPlain(start, inFlow));
    int end = start;
    char before = ' ';
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '#' && before == ' ') || (c == ':' && cursor.isSpace(i + 1))) {
        break;
      }
      if (inFlow) {
        if (c == ',' || c == ']' || c == '}') {
          break;
        }
        Cursor.expect(c != '[' && c != '{' && (c != ':' || !isFlowIndicator(i + 1)));
      }
      if (c != ' ') {
        Cursor.expectUsual(c);
        end = i + 1;
      }
      before = c;
    }
    return scalar(text.substring(start, end), Scalar.Style.PLAIN, start, end);
  }

  private boolean startsPlain(int start, boolean inFlow) {
    return switch (text.charAt(start)) {
      case '-' -> !cursor.isSpace(start + 1) && (!inFlow || !isFlowIndicator(start + 1));
      case '?', ':' -> !inFlow && !cursor.isSpace(start + 1);
      case ',', '[', ']', '{', '}', '#', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`' -> false;
      default -> true;
    };
  }

  private boolean isFlowIndicator(int offset) {
    return offset < text.length() && FLOW_INDICATORS.indexOf(text.charAt(offset)) >= 0;
  }

  private Scalar singleQuoted() {
    int start = cursor.at();
    StringBuilder value = new StringBuilder();
    int from = start + 1;
    int end = closingQuote(from);
    while (cursor.is('\'', end + 1)) {
      value.append(text, from, end + 1);
      from = end + 2;
      end = closingQuote(from);
    }
    value.append(text, from, end);
    return scalar(value.toString(), Scalar.Style.SINGLE_QUOTED, start, end + 1);
  }

  private int closingQuote(int from) {
    int end = from;
    while (!cursor.is('\'', end)) {
      Cursor.expect(end < text.length());
      Cursor.expectUsual(text.charAt(end));
      end++;
    }
    return end;
  }

  private Scalar doubleQuoted() {
    int start = cursor.at();
    StringBuilder value = new StringBuilder();
    int from = start + 1;
    int end = from;
    while (!cursor.is('"', end)) {
      Cursor.expect(end < text.length());
      Cursor.expectUsual(text.charAt(end));
      if (text.charAt(end) == '\\') {
        value.append(text, from, end).append(unescaped(end + 1));
        end++;
        from = end + 1;
      }
      end++;
    }
    value.append(text, from, end);
    return scalar(value.toString(), Scalar.Style.DOUBLE_QUOTED, start, end + 1);
  }

  private char unescaped(int offset) {
    Cursor.expect(offset < text.length());
    return switch (text.charAt(offset)) {
      case '"' -> '"';
      case '\\' -> '\\';
      case '/' -> '/';
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      default -> throw new Cursor.Unusual();
    };
  }

  private Scalar literal(int parent) {
    int start = cursor.at();
    boolean strips = cursor.is('-', start + 1);
    boolean keeps = cursor.is('+', start + 1);
    cursor.moveTo(start + (strips || keeps ? 2 : 1));
    cursor.finishLine();
    int line = cursor.line();
    Cursor.expect(line > start);
    int indent = indentOfFirst(line);
    Cursor.expect(indent > parent && indent > 0);

    StringBuilder value = new StringBuilder();
    int lastText = 0;
    while (line < text.length()) {
      int content = contentOf(line, indent);
      boolean blank = cursor.is('\n', content);
      if (content < line + indent && !blank) {
        break;
      }
      int end = cursor.lineEnd(content);
      Cursor.expect(end < text.length());
      value.append(text, content, end + 1);
      lastText = blank ? lastText : value.length();
      line = end + 1;
    }
    cursor.moveToLine(line);
    if (!keeps) {
      value.setLength(strips ? lastText - 1 : lastText);
    }
    return scalar(value.toString(), Scalar.Style.LITERAL, start, line);
  }

  /** How far the first line that is not empty is indented. */
  private int indentOfFirst(int line) {
    int first = line;
    while (cursor.is('\n', first)) {
      first++;
    }
    int content = contentOf(first, text.length());
    Cursor.expect(
        content < text.length() && !cursor.is('\n', content) && !cursor.is('\t', content));
    return content - first;
  }

  private int contentOf(int line, int indent) {
    int content = line;
    while (content - line < indent && cursor.is(' ', content)) {
      content++;
    }
    return content;
  }

  private Scalar scalar(String value, Scalar.Style style, int start, int end) {
    Cursor.expect(value.length() <= longest);
    if (!style.isBlock()) {
      cursor.moveTo(end);
    }
    String shared = texts.share(value);
    return new Scalar(shared, shared, style, "", start, end);
  }

  // --- flow collections

  private Sequence flowSequence(int depth) {
    Cursor.expect(depth <= deepest);
    int start = cursor.at();
    List<Node> items = new ArrayList<>();
    boolean more = opens(']');
    while (more) {
      items.add(node(depth + 1, true));
      more = goesOn(']');
    }
    return new Sequence(items, true, start, cursor.at());
  }

  private Mapping flowMapping(int depth) {
    Cursor.expect(depth <= deepest);
    int start = cursor.at();
    List<Entry> entries = new ArrayList<>();
    boolean more = opens('}');
    while (more) {
      Node key = node(depth + 1, true);
      Cursor.expect(key instanceof Scalar && cursor.isColon() && !cursor.is('\n', cursor.at() + 1));
      cursor.moveTo(cursor.at() + 1);
      cursor.skipSpaces();
      entries.add(new Entry(key, node(depth + 1, true)));
      more = goesOn('}');
    }
    Cursor.expect(Entry.areUnique(entries));
    return new Mapping(entries, true, start, cursor.at());
  }

  /** Past a bracket, and past the one that closes it where nothing stands between. */
  private boolean opens(char closing) {
    cursor.moveTo(cursor.at() + 1);
    cursor.skipSpaces();
    boolean empty = cursor.is(closing, cursor.at());
    if (empty) {
      cursor.moveTo(cursor.at() + 1);
    }
    return !empty;
  }

  /** Past a comma, true, or past the bracket that closes. */
  private boolean goesOn(char closing) {
    cursor.skipSpaces();
    boolean comma = cursor.is(',', cursor.at());
    Cursor.expect(comma || cursor.is(closing, cursor.at()));
    cursor.moveTo(cursor.at() + 1);
    if (comma) {
      cursor.skipSpaces();
    }
    return comma;
  }
}
