package dev.migrationgate.yaml;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts entries and items into the collections of a document, in its own looks, so that no other
 * byte changes.
 */
public final class Insertion {
  private final SourceText source;
  private final String text;
  private final Layout layout;
  private final boolean json;

  /**
   * @param root the document's root, which shows how its author writes
   * @param others the layout of its text, for what this document does not show
   */
  public Insertion(SourceText source, Node root, Layout others) {
    this.source = source;
    this.text = source.text();
    this.layout = others.in(source, root);
    this.json =
        root instanceof Mapping mapping
            && mapping.flow()
            && (mapping.entries().isEmpty() || isQuoted(mapping.entries().get(0).key()));
  }

  /** Puts entries into a mapping, the first of them at this place among its entries. */
  public List<Edit> entries(Mapping mapping, int index, List<Fragment.Pair> pairs) {
    List<Entry> entries = mapping.entries();
    if (mapping.flow()) {
      return flowEntries(mapping, index, pairs);
    }
    int indent = source.columnOf(entries.get(0).key());
    String lines = FragmentWriter.entries(pairs, indent, layout);
    if (index == 0) {
      Node first = entries.get(0).key();
      return List.of(
          isFirstOnLine(first)
              ? lines(aboveComments(source.lineStart(first.start())), lines)
              : Edit.insert(first.start(), lines.substring(indent) + " ".repeat(indent)));
    }
    return List.of(lines(behind(entries.get(index - 1)), lines));
  }

  /** Puts items into a sequence, the first of them at this place among its items. */
  public List<Edit> items(Sequence sequence, int index, List<Fragment> added) {
    if (sequence.flow()) {
      return flowItems(sequence, index, added);
    }
    Node first = sequence.items().get(0);
    int indent = source.dashColumn(first);
    String lines = FragmentWriter.items(added, indent, layout);
    if (index > 0) {
      return List.of(lines(behind(sequence.items().get(index - 1)), lines));
    }
    // The first item of a sequence in a sequence stands behind the outer dash.
    int dash = source.dashOf(first);
    return source.isFirstOnLine(dash)
        ? List.of(lines(aboveComments(source.lineStart(dash)), lines))
        : List.of(Edit.insert(dash, lines.substring(indent) + " ".repeat(indent)));
  }

  /** Puts an item behind another one of a block sequence, whose lines end at an offset. */
  public Edit item(Node before, int end, Fragment added) {
    int indent = source.dashColumn(before);
    return lines(end, FragmentWriter.items(List.of(added), indent, layout));
  }

  /** Puts an item behind another one of a flow sequence. */
  public Edit flowItem(Node before, Fragment added) {
    boolean onLines = isFirstOnLine(before);
    int indent = lineIndent(before);
    FragmentWriter.Flow flow =
        new FragmentWriter.Flow(json, onLines, onLines ? innerStep(before) : 0);
    return after(before, List.of(FragmentWriter.flow(added, indent, flow, layout)), flow, indent);
  }

  /** Puts a document behind another one, whose text ends at an offset. */
  public Edit document(int end, Fragment.Entries added) {
    String marker = "---" + layout.lineBreak();
    return lines(end, marker + FragmentWriter.entries(added.pairs(), 0, layout));
  }

  /** Makes of a document of JSON a List of it and of others: a file of JSON holds one document. */
  public List<Edit> list(Mapping root, List<? extends Fragment> added) {
    FragmentWriter.Flow flow = flow(root);
    String outer = flow.onLines() ? layout.lineBreak() : "";
    String inner = flow.onLines() ? outer + " ".repeat(flow.step()) : "";
    String between = flow.onLines() ? "," + inner : ", ";
    String head = "{" + inner + "\"apiVersion\": \"v1\"" + between + "\"kind\": \"List\"" + between;
    List<String> items = new ArrayList<>();
    for (Fragment item : added) {
      items.add(FragmentWriter.flow(item, 0, flow, layout));
    }
    String separator = separator(flow, 0);
    return List.of(
        Edit.insert(root.start(), head + "\"items\": [" + outer),
        Edit.insert(
            root.end(), separator + String.join(separator, items) + inner + "]" + outer + "}"));
  }

  /** Gives an entry that has no value, or an empty collection, this value. */
  public List<Edit> fill(Mapping parent, Entry entry, Fragment value) {
    Node old = entry.value();
    if (parent.flow()) {
      FragmentWriter.Flow flow = flow(parent);
      String written = FragmentWriter.flow(value, lineIndent(entry.key()), flow, layout);
      String space = old.start() > 0 && text.charAt(old.start() - 1) == ':' ? " " : "";
      return List.of(new Edit(old.start(), old.end(), space + written));
    }
    int indent = source.columnOf(entry.key());
    String lines = FragmentWriter.entries(List.of(new Fragment.Pair("k", value)), indent, layout);
    String body = lines.substring(indent + 2);
    if (!body.startsWith(layout.lineBreak())) {
      String written = body.substring(0, body.length() - layout.lineBreak().length());
      boolean spaced = old.start() > 0 && text.charAt(old.start() - 1) == ' ';
      return List.of(new Edit(old.start(), old.end(), spaced ? written.substring(1) : written));
    }
    List<Edit> edits = new ArrayList<>();
    int start = old.start();
    if (old.end() > start) {
      while (start > 0 && text.charAt(start - 1) == ' ') {
        start--;
      }
      edits.add(new Edit(start, old.end(), ""));
    }
    String inner = body.substring(layout.lineBreak().length());
    edits.add(lines(source.nextLine(old.end()), inner));
    return edits;
  }

  /** Writes another string over a scalar, quoted as it was where that can be. */
  public static Edit rewrite(Scalar scalar, String value, boolean inFlow) {
    String written =
        switch (scalar.style()) {
          case PLAIN -> PlainScalar.canBePlain(value, inFlow) ? value : Quoting.doubleQuoted(value);
          case SINGLE_QUOTED -> Quoting.singleQuoted(value);
          case DOUBLE_QUOTED -> Quoting.doubleQuoted(value);
          case LITERAL, FOLDED ->
              throw new IllegalArgumentException("a block scalar is not written over");
        };
    return new Edit(scalar.start(), scalar.end(), written);
  }

  /** Whole lines, which the end of a file without a line break must not swallow. */
  private Edit lines(int at, String lines) {
    if (at == text.length() && at > 0 && text.charAt(at - 1) != '\n') {
      String lineBreak = layout.lineBreak();
      return Edit.insert(at, lineBreak + lines.substring(0, lines.length() - lineBreak.length()));
    }
    return Edit.insert(at, lines);
  }

  private int behind(Entry entry) {
    return Extent.contentEnd(entry.value()) > entry.key().end()
        ? behind(entry.value())
        : source.nextLine(entry.key().end());
  }

  /**
   * The start of the line behind a node; blank lines behind a block scalar part it from the next.
   */
  private int behind(Node node) {
    int end = Extent.contentEnd(node);
    boolean block = end > node.start() && text.charAt(end - 1) == '\n';
    if (!block) {
      return source.nextLine(end);
    }
    int line = end;
    while (!keepsBreaks(node) && line > node.start()) {
      int above = source.lineStart(line - 1);
      if (!text.substring(above, line).isBlank()) {
        break;
      }
      line = above;
    }
    return line;
  }

  private boolean keepsBreaks(Node node) {
    Node last = Extent.lastLeaf(node);
    int header = text.indexOf('\n', last.start());
    return header > 0 && text.substring(last.start(), header).indexOf('+') >= 0;
  }

  /** Comments right above an item are its own. */
  private int aboveComments(int line) {
    int at = line;
    while (at > 0) {
      int above = source.lineStart(at - 1);
      if (!text.startsWith("#", above + leadingSpaces(above))) {
        break;
      }
      at = above;
    }
    return at;
  }

  private List<Edit> flowEntries(Mapping mapping, int index, List<Fragment.Pair> pairs) {
    FragmentWriter.Flow flow = flow(mapping);
    List<String> written = new ArrayList<>(pairs.size());
    List<Entry> entries = mapping.entries();
    int indent = lineIndent(entries.isEmpty() ? mapping : entries.get(0).key());
    for (Fragment.Pair pair : pairs) {
      written.add(FragmentWriter.flowEntry(pair, indent, flow, layout));
    }
    if (entries.isEmpty()) {
      return List.of(inside(mapping, written));
    }
    return List.of(
        index < entries.size()
            ? before(entries.get(index).key(), written, flow, indent)
            : after(entries.get(entries.size() - 1).value(), written, flow, indent));
  }

  private List<Edit> flowItems(Sequence sequence, int index, List<Fragment> added) {
    List<Node> items = sequence.items();
    boolean onLines = !items.isEmpty() && isFirstOnLine(items.get(0));
    int indent = lineIndent(items.isEmpty() ? sequence : items.get(0));
    int step = onLines ? indent - lineIndent(sequence) : 0;
    FragmentWriter.Flow flow = new FragmentWriter.Flow(json || quotes(items), onLines, step);
    List<String> written = new ArrayList<>(added.size());
    for (Fragment item : added) {
      written.add(FragmentWriter.flow(item, indent, flow, layout));
    }
    if (items.isEmpty()) {
      return List.of(inside(sequence, written));
    }
    return List.of(
        index < items.size()
            ? before(items.get(index), written, flow, indent)
            : after(items.get(items.size() - 1), written, flow, indent));
  }

  private static Edit inside(Node collection, List<String> written) {
    return new Edit(collection.start() + 1, collection.end() - 1, String.join(", ", written));
  }

  private Edit before(Node next, List<String> written, FragmentWriter.Flow flow, int indent) {
    String separator = separator(flow, indent);
    return Edit.insert(next.start(), String.join(separator, written) + separator);
  }

  private Edit after(Node last, List<String> written, FragmentWriter.Flow flow, int indent) {
    String separator = separator(flow, indent);
    return Edit.insert(last.end(), separator + String.join(separator, written));
  }

  private String separator(FragmentWriter.Flow flow, int indent) {
    return flow.onLines() ? "," + layout.lineBreak() + " ".repeat(indent) : ", ";
  }

  private FragmentWriter.Flow flow(Mapping mapping) {
    List<Entry> entries = mapping.entries();
    boolean onLines = !entries.isEmpty() && isFirstOnLine(entries.get(0).key());
    int step = onLines ? lineIndent(entries.get(0).key()) - lineIndent(mapping) : 0;
    boolean quoted = json || !entries.isEmpty() && isQuoted(entries.get(0).key());
    return new FragmentWriter.Flow(quoted, onLines, step);
  }

  private int innerStep(Node node) {
    boolean spread =
        node instanceof Mapping mapping
            && !mapping.entries().isEmpty()
            && isFirstOnLine(mapping.entries().get(0).key());
    return spread
        ? lineIndent(((Mapping) node).entries().get(0).key()) - lineIndent(node)
        : layout.step();
  }

  private static boolean quotes(List<Node> items) {
    return !items.isEmpty() && isQuoted(items.get(0));
  }

  private static boolean isQuoted(Node node) {
    return node instanceof Scalar scalar && scalar.style() == Scalar.Style.DOUBLE_QUOTED;
  }

  private boolean isFirstOnLine(Node node) {
    return source.isFirstOnLine(node.start());
  }

  private int lineIndent(Node node) {
    return leadingSpaces(source.lineStart(node.start()));
  }

  private int leadingSpaces(int line) {
    int at = line;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at - line;
  }
}
