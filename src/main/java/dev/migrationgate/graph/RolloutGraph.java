package dev.migrationgate.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * The rollout of one build.
 *
 * @param boxes what is applied; arrows name them by their place here
 * @param arrows what comes before what
 */
public record RolloutGraph(List<Box> boxes, List<Arrow> arrows) {
  public RolloutGraph {
    boxes = List.copyOf(boxes);
    arrows = List.copyOf(arrows);
  }

  /** Several builds in one drawing. */
  public static RolloutGraph together(List<RolloutGraph> graphs) {
    List<Box> boxes = new ArrayList<>();
    List<Arrow> arrows = new ArrayList<>();
    for (RolloutGraph graph : graphs) {
      int shift = boxes.size();
      boxes.addAll(graph.boxes());
      for (Arrow arrow : graph.arrows()) {
        arrows.add(
            new Arrow(arrow.from() + shift, arrow.to() + shift, arrow.label(), arrow.state()));
      }
    }
    return new RolloutGraph(boxes, arrows);
  }

  /** The boxes of a part, by their places. */
  List<Integer> places(Box.Role role) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < boxes.size(); i++) {
      if (boxes.get(i).role() == role) {
        places.add(i);
      }
    }
    return places;
  }

  /** The arrows that lead to a box. */
  List<Arrow> to(int box) {
    List<Arrow> to = new ArrayList<>();
    for (Arrow arrow : arrows) {
      if (arrow.to() == box) {
        to.add(arrow);
      }
    }
    return to;
  }
}
