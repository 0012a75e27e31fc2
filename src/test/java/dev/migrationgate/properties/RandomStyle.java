package dev.migrationgate.properties;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Writes a tree of maps, lists and strings as people and programs write YAML: block and flow, JSON,
 * every quoting, comments, anchors and aliases, any indentation.
 */
final class RandomStyle {
  private static final List<String> COMMENTS =
      List.of("# why \u2190 \uD83D\uDE80", "# ${IMAGE_TAG}", "#", "# a: b", "# - \"", "# it's {");

  private final Random random;
  private final int step;
  private final int dash;
  private final boolean comments;
  private final boolean anchors;
  private final Map<Object, String> anchored = new HashMap<>();
  private StringBuilder out = new StringBuilder();

  RandomStyle(Random random) {
    this.random = random;
    this.step = List.of(2, 2, 2, 4, 3).get(random.nextInt(5));
    this.dash = random.nextBoolean() ? 0 : step;
    this.comments = random.nextBoolean();
    this.anchors = random.nextInt(3) == 0;
  }

  /** One document, without its {@code ---}, ending in a line feed. */
  String document(Map<String, ?> root) {
    anchored.clear();
    out = new StringBuilder();
    switch (random.nextInt(8)) {
      case 0 -> out.append(json(root, random.nextBoolean() ? "\n" : " ")).append('\n');
      case 1 -> {
        flow(root);
        out.append('\n');
      }
      default -> entries(root, 0, 0);
    }
    return out.toString();
  }

  private void entries(Map<?, ?> map, int indent, int from) {
    int left = from;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (left == 0 && comments && random.nextInt(6) == 0) {
        out.append(" ".repeat(indent)).append(comment()).append('\n');
      }
      out.append(" ".repeat(left == 0 ? indent : 0));
      left = 0;
      out.append(key((String) entry.getKey())).append(':');
      value(entry.getValue(), indent, indent + step, indent + dash);
    }
  }

  /** What stands behind a colon or a dash, through the line's end. */
  private void value(Object value, int indent, int mapIndent, int dashIndent) {
    String alias = anchored.get(value);
    if (alias != null && random.nextBoolean()) {
      out.append(" *").append(alias);
      endLine();
    } else if (value instanceof String text) {
      anchor(value);
      scalar(text, indent);
    } else if (isEmpty(value) || random.nextInt(5) == 0) {
      anchor(value);
      out.append(' ');
      flow(value);
      endLine();
    } else if (value instanceof Map<?, ?> map) {
      anchor(value);
      endLine();
      entries(map, mapIndent, 0);
    } else {
      anchor(value);
      endLine();
      for (Object item : (List<?>) value) {
        out.append(" ".repeat(dashIndent)).append('-');
        item(item, dashIndent);
      }
    }
  }

  private void item(Object item, int dashIndent) {
    if (item instanceof Map<?, ?> map && !map.isEmpty() && random.nextInt(4) > 0) {
      int gap = step == 4 ? 3 : 1;
      out.append(" ".repeat(gap));
      entries(map, dashIndent + 1 + gap, 1);
    } else {
      value(item, dashIndent, dashIndent + 2, dashIndent + 2);
    }
  }

  private static boolean isEmpty(Object value) {
    return value instanceof Map<?, ?> map ? map.isEmpty() : ((List<?>) value).isEmpty();
  }

  private void anchor(Object value) {
    if (anchors && random.nextInt(4) == 0 && !anchored.containsKey(value)) {
      String name = "a" + anchored.size();
      out.append(" &").append(name);
      anchored.put(value, name);
    }
  }

  private void scalar(String text, int indent) {
    int choice = random.nextInt(6);
    boolean lines = text.indexOf('\n') >= 0;
    if (lines ? choice >= 2 : choice == 5 && random.nextInt(4) == 0) {
      if (text.isBlank() || text.startsWith(" ") || text.startsWith("\n")) {
        out.append(' ').append(doubleQuoted(text));
        endLine();
        return;
      }
      boolean literal = lines || random.nextBoolean();
      boolean ends = text.endsWith("\n");
      out.append(literal ? " |" : " >").append(ends ? "" : "-").append('\n');
      String body = ends ? text.substring(0, text.length() - 1) : text;
      for (String line : body.split("\n", -1)) {
        out.append(line.isEmpty() ? "" : " ".repeat(indent + step) + line).append('\n');
      }
      return;
    }
    out.append(' ');
    if (choice == 0 || lines) {
      out.append(doubleQuoted(text));
    } else if (choice == 1) {
      out.append('\'').append(text.replace("'", "''")).append('\'');
    } else {
      out.append(isPlain(text, "[-A-Za-z0-9_./:${}@]*") ? text : doubleQuoted(text));
    }
    endLine();
  }

  private void flow(Object value) {
    if (value instanceof Map<?, ?> map) {
      out.append(random.nextBoolean() ? "{" : "{ ");
      String comma = "";
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.append(comma).append(key((String) entry.getKey())).append(": ");
        flow(entry.getValue());
        comma = ", ";
      }
      out.append('}');
    } else if (value instanceof List<?> list) {
      out.append('[');
      String comma = "";
      for (Object item : list) {
        out.append(comma);
        flow(item);
        comma = random.nextInt(5) == 0 ? " , " : ", ";
      }
      out.append(']');
    } else {
      String text = (String) value;
      boolean plain = random.nextBoolean() && isPlain(text, "[-A-Za-z0-9_./]*");
      boolean single = random.nextBoolean() && text.indexOf('\n') < 0;
      out.append(plain ? text : single ? "'" + text.replace("'", "''") + "'" : doubleQuoted(text));
    }
  }

  private static String json(Object value, String space) {
    if (value instanceof Map<?, ?> map) {
      StringBuilder text = new StringBuilder();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        text.append(text.isEmpty() ? "" : "," + space);
        text.append(doubleQuoted((String) entry.getKey())).append(": ");
        text.append(json(entry.getValue(), space));
      }
      return "{" + text + "}";
    }
    if (value instanceof List<?> list) {
      StringBuilder text = new StringBuilder();
      for (Object item : list) {
        text.append(text.isEmpty() ? "" : "," + space).append(json(item, space));
      }
      return "[" + text + "]";
    }
    return doubleQuoted((String) value);
  }

  private String key(String key) {
    return switch (random.nextInt(12)) {
      case 0 -> "\"" + key + "\"";
      case 1 -> "'" + key + "'";
      default -> key;
    };
  }

  private static boolean isPlain(String text, String rest) {
    return text.matches("[A-Za-z$/]" + rest)
        && !text.endsWith(":")
        && !text.matches("(?i)y|n|yes|no|on|off|true|false|null");
  }

  private static String doubleQuoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  private void endLine() {
    if (comments && random.nextInt(6) == 0) {
      out.append(' ').append(comment());
    }
    out.append('\n');
  }

  private String comment() {
    return COMMENTS.get(random.nextInt(COMMENTS.size()));
  }
}
