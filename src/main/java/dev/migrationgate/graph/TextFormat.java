package dev.migrationgate.graph;

import dev.migrationgate.terminal.Columns;
import dev.migrationgate.terminal.Style;
import dev.migrationgate.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;

/** The graph for a terminal: each migration, what it needs, and what waits for it. */
public final class TextFormat {
  private static final String INDENT = "    ";

  private final RolloutGraph graph;
  private final Terminal terminal;
  private final StringBuilder out = new StringBuilder();

  private TextFormat(RolloutGraph graph, Terminal terminal) {
    this.graph = graph;
    this.terminal = terminal;
  }

  /** The whole text. */
  public static String write(RolloutGraph graph, Terminal terminal) {
    TextFormat format = new TextFormat(graph, terminal);
    format.write();
    return format.out.toString();
  }

  private void write() {
    for (int place : graph.places(Box.Role.MIGRATION)) {
      migration(place);
    }
    if (graph.places(Box.Role.MIGRATION).isEmpty()) {
      out.append("no migration was found\n");
    }
    List<String> others = new ArrayList<>();
    for (int place : graph.places(Box.Role.OTHER)) {
      Box box = graph.boxes().get(place);
      if (box.name().isEmpty()) {
        others.addAll(box.notes());
      } else {
        others.add(box.identity());
      }
    }
    if (!others.isEmpty()) {
      paragraph("waits for no migration: ", String.join(", ", others));
    }
  }

  private void migration(int place) {
    Box box = graph.boxes().get(place);
    Style style = box.state() == State.BROKEN ? Style.RED : Style.BOLD;
    out.append(terminal.styled(style, terminal.printable(box.identity())));
    if (!box.notes().isEmpty()) {
      out.append("  ").append(terminal.printable(String.join(", ", box.notes())));
    }
    out.append('\n');
    List<String> needed = new ArrayList<>();
    for (Arrow arrow : graph.to(place)) {
      needed.add(graph.boxes().get(arrow.from()).identity());
    }
    if (!needed.isEmpty()) {
      paragraph("  needs ", String.join(", ", needed));
    }
    for (Arrow arrow : graph.arrows()) {
      if (arrow.from() == place) {
        waiting(arrow);
      }
    }
    out.append('\n');
  }

  private void waiting(Arrow arrow) {
    String mark =
        switch (arrow.state()) {
          case PROVEN -> "✓";
          case BROKEN -> "✗";
          default -> "?";
        };
    String identity = graph.boxes().get(arrow.to()).identity();
    String line = "  " + mark + " " + identity;
    String why = DotFormat.text(arrow);
    boolean fits = Columns.of(line) + 2 + Columns.of(why) <= terminal.width();
    out.append(terminal.printable(line));
    out.append(fits ? "  " : "\n" + INDENT);
    out.append(terminal.styled(style(arrow.state()), terminal.printable(why))).append('\n');
  }

  private void paragraph(String head, String text) {
    int indent = Columns.of(head);
    List<String> lines =
        Columns.wrapped(terminal.printable(text), Math.max(terminal.width() - indent, 20));
    for (int i = 0; i < lines.size(); i++) {
      out.append(i == 0 ? head : " ".repeat(indent)).append(lines.get(i)).append('\n');
    }
  }

  private static Style style(State state) {
    return switch (state) {
      case PROVEN -> Style.GREEN;
      case BROKEN -> Style.RED;
      case UNPROVEN -> Style.YELLOW;
      case ORDERED -> Style.CYAN;
      case PLAIN -> Style.PLAIN;
    };
  }
}
