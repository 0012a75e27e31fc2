package dev.migrationgate.graph;

/** The graph in Graphviz's language. Colours are of a middle tone, for light and dark alike. */
public final class DotFormat {
  private DotFormat() {}

  /** The whole file. */
  public static String write(RolloutGraph graph) {
    StringBuilder out = new StringBuilder();
    out.append("digraph rollout {\n");
    out.append("  graph [rankdir=LR, bgcolor=transparent, nodesep=0.2, ranksep=0.6];\n");
    out.append("  node [shape=box, style=rounded, fontname=\"sans-serif\", fontsize=11,");
    out.append(" color=\"#7d8590\", fontcolor=\"#7d8590\"];\n");
    out.append("  edge [fontname=\"sans-serif\", fontsize=10, color=\"#7d8590\",");
    out.append(" fontcolor=\"#7d8590\"];\n");
    for (int i = 0; i < graph.boxes().size(); i++) {
      Box box = graph.boxes().get(i);
      StringBuilder label = new StringBuilder(box.kind());
      label.append(box.name().isEmpty() ? "" : "\n" + box.name());
      for (String note : box.notes()) {
        label.append('\n').append(note);
      }
      out.append("  n").append(i).append(" [label=").append(quoted(label.toString()));
      out.append(colour(box.state()))
          .append(box.role() == Box.Role.MIGRATION ? ", penwidth=2" : "");
      out.append("];\n");
    }
    for (Arrow arrow : graph.arrows()) {
      out.append("  n").append(arrow.from()).append(" -> n").append(arrow.to()).append(" [");
      out.append("label=").append(quoted(text(arrow))).append(colour(arrow.state()));
      out.append(style(arrow.state())).append("];\n");
    }
    return out.append("}\n").toString();
  }

  /** What an arrow says; proven and broken stand there in words too, for eyes that see no red. */
  static String text(Arrow arrow) {
    return switch (arrow.state()) {
      case PLAIN -> arrow.label();
      case PROVEN -> "proven: " + arrow.label();
      case ORDERED -> "ordered: " + arrow.label();
      case UNPROVEN -> "unproven: " + arrow.label();
      case BROKEN -> "BROKEN: " + arrow.label();
    };
  }

  private static String colour(State state) {
    return switch (state) {
      case PLAIN -> "";
      case PROVEN -> ", color=\"#2da44e\", fontcolor=\"#2da44e\"";
      case ORDERED -> ", color=\"#388bfd\", fontcolor=\"#388bfd\"";
      case UNPROVEN -> ", color=\"#bf8700\", fontcolor=\"#bf8700\"";
      case BROKEN -> ", color=\"#e5534b\", fontcolor=\"#e5534b\"";
    };
  }

  private static String style(State state) {
    return switch (state) {
      case PLAIN -> ", style=dotted";
      case PROVEN -> ", penwidth=2";
      case ORDERED -> "";
      case UNPROVEN -> ", style=dashed";
      case BROKEN -> ", style=dashed, penwidth=2";
    };
  }

  /** In a label of Graphviz a backslash starts an escape. */
  private static String quoted(String text) {
    return "\""
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\r", "").replace("\n", "\\n")
        + "\"";
  }
}
