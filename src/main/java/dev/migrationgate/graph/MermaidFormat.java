package dev.migrationgate.graph;

import java.util.ArrayList;
import java.util.List;

/** The graph in Mermaid's language, which GitLab and GitHub draw inside of Markdown. */
public final class MermaidFormat {
  private MermaidFormat() {}

  /** The whole diagram, without the fence that Markdown wants around it. */
  public static String write(RolloutGraph graph) {
    StringBuilder out = new StringBuilder("flowchart LR\n");
    for (int i = 0; i < graph.boxes().size(); i++) {
      Box box = graph.boxes().get(i);
      boolean migration = box.role() == Box.Role.MIGRATION;
      out.append("  n").append(i).append(migration ? "([\"" : "[\"").append(label(box));
      out.append(migration ? "\"])" : "\"]");
      out.append(box.state() == State.BROKEN ? ":::broken" : "").append('\n');
    }
    for (Arrow arrow : graph.arrows()) {
      String label = DotFormat.text(arrow);
      out.append("  n").append(arrow.from()).append(' ').append(line(arrow.state()));
      out.append(label.isEmpty() ? "" : "|\"" + escaped(label) + "\"|");
      out.append(" n").append(arrow.to()).append('\n');
    }
    for (State state : State.values()) {
      links(graph, state, out);
    }
    out.append("  classDef broken stroke:#e5534b,stroke-width:2px,color:#e5534b\n");
    return out.toString();
  }

  private static String label(Box box) {
    StringBuilder label = new StringBuilder(escaped(box.kind()));
    if (!box.name().isEmpty()) {
      label.append("<br/>").append(escaped(box.name()));
    }
    for (String note : box.notes()) {
      label.append("<br/>").append(escaped(note));
    }
    return label.toString();
  }

  private static String line(State state) {
    return switch (state) {
      case PLAIN, UNPROVEN, BROKEN -> "-.->";
      case PROVEN -> "==>";
      case ORDERED -> "-->";
    };
  }

  private static void links(RolloutGraph graph, State state, StringBuilder out) {
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < graph.arrows().size(); i++) {
      if (graph.arrows().get(i).state() == state) {
        numbers.add(Integer.toString(i));
      }
    }
    String style =
        switch (state) {
          case PLAIN -> "";
          case PROVEN -> "stroke:#2da44e,color:#2da44e";
          case ORDERED -> "stroke:#388bfd,color:#388bfd";
          case UNPROVEN -> "stroke:#bf8700,color:#bf8700";
          case BROKEN -> "stroke:#e5534b,color:#e5534b,stroke-width:3px";
        };
    if (!numbers.isEmpty() && !style.isEmpty()) {
      out.append("  linkStyle ").append(String.join(",", numbers)).append(' ').append(style);
      out.append('\n');
    }
  }

  /** Inside of quotes Mermaid 11 knows HTML's named entities, and no longer its own (RUN). */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '#' -> escaped.append("&num;");
        case '\\' -> escaped.append("&bsol;");
        case '`' -> escaped.append("&grave;");
        case '\n', '\r', '\t' -> escaped.append(' ');
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
