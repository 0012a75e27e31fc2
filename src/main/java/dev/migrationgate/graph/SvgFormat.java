package dev.migrationgate.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;

/** The graph as a picture that follows the reader's light or dark mode. */
public final class SvgFormat {
  private static final double LINE = 17;
  private static final double MARGIN = 10;
  private static final double BOLDER = 1.12;
  private static final int KIND_SIZE = 11;
  private static final int NAME_SIZE = 13;

  private static final String STYLE =
      """
      <style>
        text { font-family: -apple-system, "Segoe UI", "DejaVu Sans", Helvetica, Arial, sans-serif;
          font-size: 11px; }
        .name { font-size: 13px; }
        .box.broken { stroke-width: 2; }
        .arrow { fill: none; stroke-width: 1.2; }
        .arrow.proven, .arrow.ordered, .arrow.unproven { stroke-width: 2; }
        .arrow.broken { stroke-width: 2.5; }
        .arrow.unproven, .arrow.broken { stroke-dasharray: 6 4; }
        .label.broken { font-weight: bold; }
        .paper, .back { fill: #ffffff; }
        text { fill: #1f2328; }
        .kind, .note { fill: #57606a; }
        .box { fill: #f6f8fa; stroke: #57606a; }
        .box.migration { fill: #ddf4ff; stroke: #0969da; }
        .box.broken { fill: #ffebe9; stroke: #cf222e; }
        .arrow { stroke: #57606a; } .head { fill: #57606a; }
        .arrow.proven { stroke: #1a7f37; } .head.proven, .label.proven { fill: #1a7f37; }
        .arrow.ordered { stroke: #0969da; }
        .head.ordered, .label.ordered { fill: #0969da; }
        .arrow.unproven { stroke: #9a6700; }
        .head.unproven, .label.unproven { fill: #9a6700; }
        .arrow.broken { stroke: #cf222e; }
        .head.broken, .label.broken, .rule { fill: #cf222e; }
        @media (prefers-color-scheme: dark) {
          .paper, .back { fill: #0d1117; }
          text { fill: #e6edf3; }
          .kind, .note { fill: #9198a1; }
          .box { fill: #161b22; stroke: #8b949e; }
          .box.migration { fill: #0c2d4d; stroke: #58a6ff; }
          .box.broken { fill: #3c1618; stroke: #ff7b72; }
          .arrow { stroke: #8b949e; } .head { fill: #8b949e; }
          .arrow.proven { stroke: #3fb950; } .head.proven, .label.proven { fill: #3fb950; }
          .arrow.ordered { stroke: #58a6ff; }
          .head.ordered, .label.ordered { fill: #58a6ff; }
          .arrow.unproven { stroke: #d29922; }
          .head.unproven, .label.unproven { fill: #d29922; }
          .arrow.broken { stroke: #ff7b72; }
          .head.broken, .label.broken, .rule { fill: #ff7b72; }
        }
      </style>
      """;

  private final RolloutGraph graph;
  private final Layout layout = new Layout();
  private final StringBuilder out = new StringBuilder();

  private SvgFormat(RolloutGraph graph) {
    this.graph = graph;
  }

  /** The whole file. */
  public static String write(RolloutGraph graph) {
    SvgFormat format = new SvgFormat(graph);
    format.place();
    format.draw();
    return format.out.toString();
  }

  private void place() {
    int priority = graph.boxes().size();
    for (Box box : graph.boxes()) {
      double width =
          Math.max(TextWidth.of(box.kind(), KIND_SIZE), TextWidth.of(box.name(), NAME_SIZE));
      for (String note : box.notes()) {
        width = Math.max(width, TextWidth.of(note, KIND_SIZE));
      }
      int lines = 1 + (box.name().isEmpty() ? 0 : 1) + box.notes().size();
      boolean first = box.role() == Box.Role.MIGRATION;
      layout.addBox(width + 2 * MARGIN, lines * LINE + MARGIN, first ? priority : 0);
      priority -= first ? 1 : 0;
    }
    for (Arrow arrow : graph.arrows()) {
      String label = DotFormat.text(arrow);
      double bold = arrow.state() == State.BROKEN ? BOLDER : 1;
      double width = TextWidth.of(label, KIND_SIZE) * bold + MARGIN;
      layout.addArrow(arrow.from(), arrow.to(), label, width, LINE);
    }
    layout.place();
  }

  private void draw() {
    String width = number(Math.ceil(layout.width()));
    String height = number(Math.ceil(layout.height()));
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"");
    attribute("width", width);
    attribute("height", height);
    attribute("viewBox", "0 0 " + width + " " + height);
    out.append(">\n  <title>The rollout: what is applied, and what waits for what</title>\n");
    out.append(STYLE.indent(2));
    out.append("  <rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n");
    for (int i = 0; i < graph.arrows().size(); i++) {
      arrow(graph.arrows().get(i), layout.arrow(i));
    }
    for (int i = 0; i < graph.boxes().size(); i++) {
      box(graph.boxes().get(i), layout.box(i));
    }
    for (int i = 0; i < graph.arrows().size(); i++) {
      label(graph.arrows().get(i), layout.arrow(i));
    }
    out.append("</svg>\n");
  }

  private void box(Box box, ElkNode node) {
    String role = box.role() == Box.Role.MIGRATION ? " migration" : "";
    String broken = box.state() == State.BROKEN ? " broken" : "";
    out.append("  <rect");
    attribute("class", "box" + role + broken);
    attribute("rx", "6");
    attribute("x", number(node.getX()));
    attribute("y", number(node.getY()));
    attribute("width", number(node.getWidth()));
    attribute("height", number(node.getHeight()));
    out.append("/>\n");
    double y = node.getY() + MARGIN / 2 + LINE * 0.75;
    double x = node.getX() + MARGIN;
    text("kind", x, y, box.kind());
    if (!box.name().isEmpty()) {
      y += LINE;
      text("name", x, y, box.name());
    }
    for (String note : box.notes()) {
      y += LINE;
      boolean isRule = box.state() == State.BROKEN && !note.contains(" ");
      text(isRule ? "rule" : "note", x, y, note);
    }
  }

  private void arrow(Arrow arrow, ElkEdge edge) {
    for (ElkEdgeSection section : edge.getSections()) {
      List<double[]> points = points(section);
      StringBuilder path = new StringBuilder();
      path.append('M').append(point(points.get(0)));
      double[] end = points.get(points.size() - 1);
      int at = 1;
      // ELK gives splines as control points, three a piece.
      for (; at + 2 < points.size(); at += 3) {
        path.append(" C").append(point(points.get(at))).append(' ');
        path.append(point(points.get(at + 1))).append(' ').append(point(points.get(at + 2)));
      }
      if (at + 1 < points.size()) {
        path.append(" Q").append(point(points.get(at))).append(' ').append(point(end));
      } else if (at < points.size()) {
        path.append(" L").append(point(end));
      }
      out.append("  <path");
      attribute("class", "arrow " + arrow.state().id());
      attribute("d", path.toString());
      out.append("/>\n");
      head(arrow, end);
    }
  }

  /** Arrows come from the left, so that their heads point to the right. */
  private void head(Arrow arrow, double[] end) {
    out.append("  <path");
    attribute("class", "head " + arrow.state().id());
    String back = number(end[0] - 9);
    attribute(
        "d",
        "M"
            + point(end)
            + " L"
            + back
            + ","
            + number(end[1] - 4.5)
            + " L"
            + back
            + ","
            + number(end[1] + 4.5)
            + " Z");
    out.append("/>\n");
  }

  private static List<double[]> points(ElkEdgeSection section) {
    List<double[]> points = new ArrayList<>();
    points.add(new double[] {section.getStartX(), section.getStartY()});
    for (ElkBendPoint bend : section.getBendPoints()) {
      points.add(new double[] {bend.getX(), bend.getY()});
    }
    points.add(new double[] {section.getEndX(), section.getEndY()});
    return points;
  }

  private void label(Arrow arrow, ElkEdge edge) {
    for (ElkLabel label : edge.getLabels()) {
      out.append("  <rect class=\"back\" rx=\"3\"");
      attribute("x", number(label.getX()));
      attribute("y", number(label.getY()));
      attribute("width", number(label.getWidth()));
      attribute("height", number(label.getHeight()));
      out.append("/>\n");
      text(
          "label " + arrow.state().id(),
          label.getX() + MARGIN / 2,
          label.getY() + LINE * 0.75,
          label.getText());
    }
  }

  private void text(String style, double x, double y, String text) {
    out.append("  <text");
    attribute("class", style);
    attribute("x", number(x));
    attribute("y", number(y));
    out.append('>').append(escaped(text)).append("</text>\n");
  }

  private void attribute(String name, String value) {
    out.append(' ').append(name).append("=\"").append(value).append('"');
  }

  private static String point(double[] point) {
    return number(point[0]) + "," + number(point[1]);
  }

  private static String number(double number) {
    String text = String.format(Locale.ROOT, "%.1f", number);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
