package dev.migrationgate.fix;

import dev.migrationgate.krm.Block;
import dev.migrationgate.krm.Host;
import dev.migrationgate.krm.Manifests;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.yaml.Edit;
import dev.migrationgate.yaml.Fragment;
import dev.migrationgate.yaml.Insertion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
  private final Map<Resource, List<Edit>> edits = new LinkedHashMap<>();

  /** What makes a List of a file of JSON, in which there is room for no second document. */
  private final Map<Resource, List<Fragment>> listed = new LinkedHashMap<>();

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

  /** The edits that add them, by the resources that they come behind. */
  Map<Resource, List<Edit>> edits() {
    for (Map.Entry<Resource, List<Fragment>> one : listed.entrySet()) {
      Resource first = one.getKey();
      edits.put(first, layouts.insertion(first).list(first.root(), one.getValue()));
    }
    listed.clear();
    return edits;
  }

  /**
   * Adds one.
   *
   * @throws CannotChange when its file cannot hold it
   */
  void add(Change.Add add) {
    if (isJson(add.resource())) {
      List<Fragment> list = listed.getOrDefault(add.resource(), new ArrayList<>());
      list.add(add.added());
      listed.put(add.resource(), list);
    } else {
      List<Edit> behind = edits.getOrDefault(add.resource(), new ArrayList<>());
      behind.add(edit(add));
      edits.put(add.resource(), behind);
    }
  }

  /** True for the one resource of a file of JSON, behind which no YAML may come. */
  private boolean isJson(Resource resource) {
    Block block = blocks.get(resource.position());
    return isNamedJson(resource.source().name())
        && resource.root().flow()
        && block != null
        && block.form() != Block.Form.FLOW
        && block.form() != Block.Form.LINES;
  }

  private static boolean isNamedJson(String path) {
    return path.toLowerCase(Locale.ROOT).endsWith(".json");
  }

  private Edit edit(Change.Add add) {
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
    if (isNamedJson(add.file())) {
      throw new CannotChange(
          "kpt would write YAML into " + add.file() + ", which the kustomization lists as JSON");
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
