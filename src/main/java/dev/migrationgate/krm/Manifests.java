package dev.migrationgate.krm;

import dev.migrationgate.yaml.Mapping;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was read.
 *
 * @param host who runs us
 * @param sources the texts, in the order in which they are written again
 * @param blocks the stretches that make up documents or items, in the order of the input
 * @param resources every resource, in the order of the input; positions count from 0
 * @param resourceList the ResourceList's root, empty where the input is a stream
 */
public record Manifests(
    Host host,
    List<SourceText> sources,
    List<Block> blocks,
    List<Resource> resources,
    Optional<Mapping> resourceList) {

  /** The ResourceList's functionConfig. */
  public Optional<Node> functionConfig() {
    return resourceList.isPresent() ? resourceList.get().get("functionConfig") : Optional.empty();
  }

  /** The same, with resources that stand in none of the texts. */
  public Manifests with(List<Resource> others) {
    List<Resource> all = new ArrayList<>(resources);
    all.addAll(others);
    return new Manifests(host, sources, blocks, all, resourceList);
  }

  /** The same, from a host that the content does not tell. */
  public Manifests from(Host other) {
    return new Manifests(other, sources, blocks, resources, resourceList);
  }
}
