package dev.migrationgate.order;

import dev.migrationgate.krm.Block;
import dev.migrationgate.krm.Groups;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.yaml.Edit;
import dev.migrationgate.yaml.Scalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Renumbers the resources of each file in their new order: kpt sorts a file's resources by the
 * index annotation, which must stay unique (kpt 1.0.0-beta.56, RUN).
 */
public final class KptIndexes {
  private static final String LEGACY_INDEX = "config.kubernetes.io/index";

  private KptIndexes() {}

  /**
   * The edits of annotations that make the indexes of every file follow the order of the blocks.
   */
  public static List<Edit> follow(List<Block> ordered) {
    Groups<String, Resource> files = new Groups<>();
    for (Block block : ordered) {
      for (Resource resource : block.resources()) {
        Optional<String> path = resource.path();
        if (path.isPresent()) {
          files.add(path.get(), resource);
        }
      }
    }
    List<Edit> edits = new ArrayList<>();
    for (List<Resource> file : files.all()) {
      renumber(file, edits);
    }
    return edits;
  }

  private static void renumber(List<Resource> file, List<Edit> edits) {
    List<Integer> indexes = new ArrayList<>();
    for (Resource resource : file) {
      Optional<Integer> index = number(resource.index());
      if (index.isEmpty()) {
        return;
      }
      indexes.add(index.get());
    }
    List<Integer> wanted = new ArrayList<>(indexes);
    Collections.sort(wanted);
    Set<Integer> distinct = new HashSet<>(wanted);
    for (int i = 0; i < file.size(); i++) {
      int index = distinct.size() == wanted.size() ? wanted.get(i) : i;
      if (index != indexes.get(i)) {
        write(file.get(i), Resource.INDEX, index, edits);
        write(file.get(i), LEGACY_INDEX, index, edits);
      }
    }
  }

  private static Optional<Integer> number(Optional<String> text) {
    try {
      return text.isPresent() ? Optional.of(Integer.valueOf(text.get().trim())) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static void write(Resource resource, String key, int index, List<Edit> edits) {
    Optional<Scalar> scalar = resource.root().scalar("metadata", "annotations", key);
    if (scalar.isPresent()) {
      String quote = scalar.get().style() == Scalar.Style.DOUBLE_QUOTED ? "\"" : "'";
      edits.add(new Edit(scalar.get().start(), scalar.get().end(), quote + index + quote));
    }
  }
}
