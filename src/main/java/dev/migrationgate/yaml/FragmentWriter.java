package dev.migrationgate.yaml;

import java.util.List;

/** Writes fragments in the looks of the document that they are put into. */
final class FragmentWriter {
  private final Layout layout;
  private final StringBuilder out = new StringBuilder();

  FragmentWriter(Layout layout) {
    this.layout = layout;
  }

  /**
   * How flow style is written.
   *
   * @param quoted true where even plain strings and keys stand in double quotes, as in JSON
   * @param onLines true where each entry has a line of its own
   * @param step by how many spaces an inner line stands deeper
   */
  record Flow(boolean quoted, boolean onLines, int step) {}

  /** Entries of a block mapping, whole lines. */
  static String entries(List<Fragment.Pair> pairs, int indent, Layout layout) {
    FragmentWriter writer = new FragmentWriter(layout);
    writer.entries(pairs, indent, indent);
    return writer.out.toString();
  }

  /** Items of a block sequence, whole lines, their dashes at the indentation. */
  static String items(List<Fragment> items, int indent, Layout layout) {
    FragmentWriter writer = new FragmentWriter(layout);
    writer.items(items, indent);
    return writer.out.toString();
  }

  /** One entry of a flow mapping; its inner lines stand deeper than the indentation. */
  static String flowEntry(Fragment.Pair pair, int indent, Flow flow, Layout layout) {
    FragmentWriter writer = new FragmentWriter(layout);
    writer.flowEntry(pair, indent, flow);
    return writer.out.toString();
  }

  /** One value in flow style; its inner lines stand deeper than the indentation. */
  static String flow(Fragment fragment, int indent, Flow flow, Layout layout) {
    FragmentWriter writer = new FragmentWriter(layout);
    writer.flowValue(fragment, indent, flow);
    return writer.out.toString();
  }

  private void entries(List<Fragment.Pair> pairs, int firstIndent, int indent) {
    int spaces = firstIndent;
    for (Fragment.Pair pair : pairs) {
      spaces(spaces);
      spaces = indent;
      out.append(scalar(pair.key(), false, false)).append(':');
      value(pair.value(), indent);
    }
  }

  private void value(Fragment value, int indent) {
    if (value instanceof Fragment.Entries inner && !inner.pairs().isEmpty()) {
      lineBreak();
      entries(inner.pairs(), indent + layout.step(), indent + layout.step());
    } else if (value instanceof Fragment.Items inner && standsOnOneLine(inner)) {
      out.append(' ');
      words(inner);
      lineBreak();
    } else if (value instanceof Fragment.Items inner && !inner.items().isEmpty()) {
      lineBreak();
      items(inner.items(), indent + layout.dash());
    } else {
      out.append(' ');
      leaf(value, indent + layout.step());
    }
  }

  private void items(List<Fragment> items, int indent) {
    for (Fragment item : items) {
      spaces(indent);
      out.append('-');
      spaces(layout.gap() - 1);
      if (item instanceof Fragment.Entries inner && !inner.pairs().isEmpty()) {
        entries(inner.pairs(), 0, indent + layout.gap());
      } else {
        leaf(item, indent + layout.gap());
      }
    }
  }

  private void leaf(Fragment leaf, int indent) {
    if (leaf instanceof Fragment.Text string && isLiteral(string.text())) {
      literal(string.text(), indent);
    } else if (leaf instanceof Fragment.Text string) {
      out.append(scalar(string.text(), false, false));
      lineBreak();
    } else {
      flowValue(leaf, 0, new Flow(false, false, 0));
      lineBreak();
    }
  }

  private static boolean isLiteral(String text) {
    return text.indexOf('\n') > 0 && text.charAt(0) != ' ' && !text.endsWith("\n\n");
  }

  private void literal(String text, int indent) {
    out.append(text.endsWith("\n") ? "|" : "|-");
    for (String line : text.split("\n")) {
      lineBreak();
      spaces(line.isEmpty() ? 0 : indent);
      out.append(line);
    }
    lineBreak();
  }

  private void flowEntry(Fragment.Pair pair, int indent, Flow flow) {
    out.append(scalar(pair.key(), true, flow.quoted())).append(": ");
    flowValue(pair.value(), indent, flow);
  }

  private void flowValue(Fragment fragment, int indent, Flow flow) {
    if (fragment instanceof Fragment.Text text) {
      out.append(scalar(text.text(), true, flow.quoted()));
    } else if (fragment instanceof Fragment.Literal literal) {
      out.append(literal.text());
    } else if (fragment instanceof Fragment.Entries entries) {
      out.append('{');
      String separator = "";
      for (Fragment.Pair pair : entries.pairs()) {
        out.append(separator);
        innerLine(indent + flow.step(), flow);
        flowEntry(pair, indent + flow.step(), flow);
        separator = separator(flow);
      }
      if (!entries.pairs().isEmpty()) {
        innerLine(indent, flow);
      }
      out.append('}');
    } else if (fragment instanceof Fragment.Items items && standsOnOneLine(items)) {
      words(items);
    } else if (fragment instanceof Fragment.Items items) {
      out.append('[');
      String separator = "";
      for (Fragment item : items.items()) {
        out.append(separator);
        innerLine(indent + flow.step(), flow);
        flowValue(item, indent + flow.step(), flow);
        separator = separator(flow);
      }
      if (!items.items().isEmpty()) {
        innerLine(indent, flow);
      }
      out.append(']');
    }
  }

  /** True for a list of words, where the author writes those on one line. */
  private boolean standsOnOneLine(Fragment.Items items) {
    for (Fragment item : items.items()) {
      if (!(item instanceof Fragment.Text text) || text.text().indexOf('\n') >= 0) {
        return false;
      }
    }
    return layout.words() != Layout.Words.ON_LINES && !items.onLines() && !items.items().isEmpty();
  }

  private void words(Fragment.Items items) {
    String separator = "[";
    for (Fragment item : items.items()) {
      String text = ((Fragment.Text) item).text();
      out.append(separator)
          .append(
              layout.words() == Layout.Words.SINGLE_QUOTED
                  ? Quoting.singleQuoted(text)
                  : scalar(text, true, layout.words() == Layout.Words.DOUBLE_QUOTED));
      separator = ", ";
    }
    out.append(']');
  }

  private static String separator(Flow flow) {
    return flow.onLines() ? "," : ", ";
  }

  private void innerLine(int indent, Flow flow) {
    if (flow.onLines()) {
      lineBreak();
      spaces(indent);
    }
  }

  private static String scalar(String text, boolean inFlow, boolean quoted) {
    return !quoted && PlainScalar.canBePlain(text, inFlow) ? text : Quoting.doubleQuoted(text);
  }

  private void lineBreak() {
    out.append(layout.lineBreak());
  }

  private void spaces(int count) {
    for (int i = 0; i < count; i++) {
      out.append(' ');
    }
  }
}
