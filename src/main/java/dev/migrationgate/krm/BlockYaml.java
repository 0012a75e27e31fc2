package dev.migrationgate.krm;

import dev.migrationgate.yaml.Entry;
import dev.migrationgate.yaml.Mapping;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.PlainScalar;
import dev.migrationgate.yaml.Quoting;
import dev.migrationgate.yaml.Scalar;
import dev.migrationgate.yaml.Sequence;
import java.util.List;

/**
 * Writes a tree as block YAML, strings quoted where some parser would retype them.
 *
 * <p>The one place where a document is emitted anew: a ResourceList that came as JSON would make
 * kpt write its users' files as JSON.
 */
final class BlockYaml {
  private final StringBuilder out = new StringBuilder();

  private BlockYaml() {}

  /** The tree's text, two spaces a level, ending in a line break. */
  static String write(Node root) {
    BlockYaml yaml = new BlockYaml();
    yaml.node(root, 0);
    return yaml.out.toString();
  }

  /** The items of a block sequence, their dashes at this indentation. */
  static String writeItems(List<? extends Node> items, int indent) {
    BlockYaml yaml = new BlockYaml();
    for (Node item : items) {
      yaml.spaces(indent);
      yaml.out.append("- ");
      yaml.node(item.target(), indent + 2);
    }
    return yaml.out.toString();
  }

  private void node(Node node, int indent) {
    if (node instanceof Mapping mapping && !mapping.entries().isEmpty()) {
      entries(mapping.entries(), indent);
    } else if (node instanceof Sequence sequence && !sequence.items().isEmpty()) {
      items(sequence.items(), indent);
    } else {
      leaf(node, indent);
    }
  }

  private void entries(List<Entry> entries, int indent) {
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (i > 0) {
        spaces(indent);
      }
      out.append(scalar(entry.name())).append(':');
      Node value = entry.value().target();
      if (value instanceof Mapping mapping && !mapping.entries().isEmpty()) {
        out.append('\n');
        spaces(indent + 2);
        node(value, indent + 2);
      } else if (value instanceof Sequence sequence && !sequence.items().isEmpty()) {
        out.append('\n');
        spaces(indent);
        node(value, indent);
      } else {
        out.append(' ');
        leaf(value, indent + 2);
      }
    }
  }

  private void items(List<Node> items, int indent) {
    for (int i = 0; i < items.size(); i++) {
      if (i > 0) {
        spaces(indent);
      }
      out.append("- ");
      node(items.get(i).target(), indent + 2);
    }
  }

  private void leaf(Node node, int indent) {
    if (node instanceof Mapping) {
      out.append("{}\n");
    } else if (node instanceof Sequence) {
      out.append("[]\n");
    } else if (node instanceof Scalar scalar && scalar.style() == Scalar.Style.PLAIN) {
      out.append(scalar.value().isEmpty() ? "null" : scalar.value()).append('\n');
    } else if (node instanceof Scalar scalar) {
      string(scalar.value(), indent);
    }
  }

  private void string(String text, int indent) {
    if (!canBeLiteral(text)) {
      out.append(scalar(text)).append('\n');
      return;
    }
    boolean endsInBreak = text.endsWith("\n");
    out.append(endsInBreak ? "|" : "|-");
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      out.append('\n');
      if (end > start) {
        spaces(indent);
        out.append(text, start, end);
      }
      start = end + 1;
    }
    out.append('\n');
  }

  /** A literal block keeps a text that needs no escapes and no indentation or chomping marks. */
  private static boolean canBeLiteral(String text) {
    if (text.indexOf('\n') < 0
        || text.endsWith("\n\n")
        || text.charAt(0) == '\n'
        || text.charAt(0) == ' ') {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0) || c >= 0x2028) {
        return false;
      }
    }
    return true;
  }

  private static String scalar(String text) {
    boolean plain = PlainScalar.canBePlain(text, false);
    return plain ? text : Quoting.doubleQuoted(text);
  }

  private void spaces(int count) {
    for (int i = 0; i < count; i++) {
      out.append(' ');
    }
  }
}
