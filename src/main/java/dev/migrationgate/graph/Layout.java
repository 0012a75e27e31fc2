package dev.migrationgate.graph;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Finds a place for every box, arrow and label, by ELK's layers from left to right. */
final class Layout {
  private static final double PADDING = 16;
  private static final double BETWEEN_BOXES = 16;
  private static final double BETWEEN_LAYERS = 36;

  private final ElkNode root = ElkGraphUtil.createGraph();
  private final List<ElkNode> nodes = new ArrayList<>();
  private final List<ElkEdge> edges = new ArrayList<>();

  Layout() {
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    root.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
    root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.SPLINES);
    root.setProperty(CoreOptions.PADDING, new ElkPadding(PADDING));
    root.setProperty(CoreOptions.SPACING_NODE_NODE, BETWEEN_BOXES);
    root.setProperty(
        LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
    root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
  }

  /**
   * @param priority the parts of the graph that hang together are placed in the order of theirs,
   *     the highest first
   */
  void addBox(double width, double height, int priority) {
    ElkNode node = ElkGraphUtil.createNode(root);
    node.setProperty(CoreOptions.PRIORITY, priority);
    node.setDimensions(width, height);
    nodes.add(node);
  }

  void addArrow(int from, int to, String label, double width, double height) {
    ElkEdge edge = ElkGraphUtil.createSimpleEdge(nodes.get(from), nodes.get(to));
    if (!label.isEmpty()) {
      ElkLabel text = ElkGraphUtil.createLabel(label, edge);
      text.setDimensions(width, height);
      text.setProperty(CoreOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
      text.setProperty(CoreOptions.EDGE_LABELS_INLINE, true);
    }
    edges.add(edge);
  }

  /** Places everything; asked once, when all is added. */
  void place() {
    new LayeredLayoutProvider().layout(root, new BasicProgressMonitor());
  }

  double width() {
    return root.getWidth();
  }

  double height() {
    return root.getHeight();
  }

  ElkNode box(int place) {
    return nodes.get(place);
  }

  ElkEdge arrow(int place) {
    return edges.get(place);
  }
}
