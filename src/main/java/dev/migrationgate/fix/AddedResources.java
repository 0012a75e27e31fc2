package dev.migrationgate.fix;

import dev.migrationgate.krm.Block;
import dev.migrationgate.krm.Host;
import dev.migrationgate.krm.Manifests;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.yaml.Edit;
import dev.migrationgate.yaml.Fragment;
import dev.migrationgate.yaml.Insertion;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes new resources behind those that they belong to. */
final class AddedResources {
  private static final String PATH = "config.kubernetes.io/path";
  private static final String INDEX = "config.kubernetes.io/index";
  private static final String INTERNAL = "internal.";

  private final Manifests manifests;
  private final FileLayouts layouts;
  private final Map<Integer, Block> blocks = new HashMap<>();
  private final Set<String> places = new HashSet<>();

  AddedResources(Manifests manifests, FileLayouts layouts) {
    this.manifests = manifests;
    this.layouts = layouts;
    index(manifests.blocks());
    for (Resource resource : manifests.resources()) {
      if (resource.path().isPresent()) {
        places.add(place(resource.path().get(), resource.index().orElse("0")));
      }
    }
  }

  /** The edit that adds one. */
  Edit edit(Change.Add add) {
    Resource beside = add.resource();
    Block block = blocks.get(beside.position());
    if (block == null) {
      throw new CannotChange("the resource stands in no document of its own");
    }
    Insertion insertion = layouts.insertion(beside);
    Fragment.Entries added = inFile(add);
    return switch (block.form()) {
      case LINES -> insertion.item(beside.root(), block.end(), added);
      case FLOW -> insertion.flowItem(beside.root(), added);
      case DOCUMENT, PREAMBLE -> insertion.document(block.end(), added);
    };
  }

  /** kpt writes each item to the file that it names, and (path, index) must be unique. */
  private Fragment.Entries inFile(Change.Add add) {
    Optional<String> path = add.resource().path();
    if (manifests.host() != Host.KPT || path.isEmpty()) {
      return add.added();
    }
    String file = path.get().substring(0, path.get().lastIndexOf('/') + 1) + add.file();
    int index = 0;
    while (!places.add(place(file, Integer.toString(index)))) {
      index++;
    }
    String number = Integer.toString(index);
    return add.added()
        .merge(
            Fragment.of(
                "metadata",
                Fragment.of(
                    "annotations",
                    Fragment.of(INTERNAL + PATH, file)
                        .with(INTERNAL + INDEX, number)
                        .with(PATH, file)
                        .with(INDEX, number))));
  }

  private static String place(String path, String index) {
    return index.trim() + " " + path;
  }

  private void index(List<Block> all) {
    for (Block block : all) {
      if (block.resource().isPresent()) {
        blocks.put(block.resource().get().position(), block);
      }
      index(block.items());
    }
  }
}
