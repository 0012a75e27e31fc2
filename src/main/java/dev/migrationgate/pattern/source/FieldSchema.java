package dev.migrationgate.pattern.source;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.yaml.Node;
import java.util.List;

/** Knows which fields Kubernetes' types have. It is slow to load, so most runs have none. */
public interface FieldSchema {
  /** Knows nothing, and so finds nothing. */
  FieldSchema NONE =
      new FieldSchema() {
        @Override
        public List<Misfit> misfits(Resource resource) {
          return List.of();
        }
      };

  /** The fields that the resource's type does not have, or has with another type. */
  List<Misfit> misfits(Resource resource);

  /**
   * A field that does not fit.
   *
   * @param path where it stands in the resource
   * @param node its key where it is unknown, its value where that has the wrong type
   * @param problem what is wrong, for a person
   */
  record Misfit(String path, Node node, String problem) {}
}
