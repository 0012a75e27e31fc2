package dev.migrationgate.krm;

import dev.migrationgate.yaml.Document;
import dev.migrationgate.yaml.InvalidYaml;
import dev.migrationgate.yaml.Mapping;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.Scalar;
import dev.migrationgate.yaml.Sequence;
import dev.migrationgate.yaml.SourceText;
import dev.migrationgate.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads manifests: one ResourceList, or a plain stream of documents, told apart by content.
 *
 * <p>The wire format is that of the KRM functions specification v1 (kustomize,
 * cmd/config/docs/api-conventions/functions-spec.md).
 */
public final class ManifestReader {
  private static final String WIRE_GROUP = "config.kubernetes.io/";
  private static final String BOM = "\uFEFF";
  private static final String KUSTOMIZE_ID = "kustomize.config.k8s.io/id";

  private final List<Block> blocks = new ArrayList<>();
  private final List<Resource> resources = new ArrayList<>();
  private final List<SourceText> sources = new ArrayList<>();

  private ManifestReader() {}

  /**
   * Reads one input whose form is not known.
   *
   * @throws InvalidYaml when it cannot be read as YAML
   * @throws InvalidInput when it is empty, or no ResourceList that we know
   */
  public static Manifests read(SourceText source) {
    List<Document> documents = YamlReader.read(source);
    for (Document document : documents) {
      if (isResourceList(document.root())) {
        if (documents.size() > 1) {
          throw new InvalidInput(
              source.name() + ": a ResourceList must be the only document of its input");
        }
        return resourceList(source, document.root());
      }
    }
    refuseNothing(source, documents);
    return new ManifestReader().stream(List.of(source), List.of(documents));
  }

  /**
   * Refuses what a command that failed leaves: nothing, or what it had to say.
   *
   * @throws InvalidInput when the text is blank, or prose
   */
  public static void refuseNothing(SourceText source, List<Document> documents) {
    if (source.text().isBlank() || source.text().equals(BOM)) {
      throw new InvalidInput(
          source.name() + ": empty input; give it a ResourceList or YAML manifests");
    }
    refuseProse(source, documents);
  }

  /**
   * Reads files as one stream.
   *
   * @throws InvalidYaml when one cannot be read as YAML
   */
  public static Manifests readStream(List<SourceText> sources) {
    List<List<Document>> documents = new ArrayList<>(sources.size());
    for (SourceText source : sources) {
      documents.add(YamlReader.read(source));
    }
    return ofDocuments(sources, documents);
  }

  /** Takes files that have been parsed as one stream; each with the documents of its place. */
  public static Manifests ofDocuments(List<SourceText> sources, List<List<Document>> documents) {
    return new ManifestReader().stream(sources, documents);
  }

  /** What a command that failed prints is YAML too: one scalar. */
  private static void refuseProse(SourceText source, List<Document> documents) {
    boolean prose = false;
    for (Document document : documents) {
      if (!(document.root() instanceof Scalar scalar)) {
        return;
      }
      prose |= !scalar.isNull();
    }
    if (prose) {
      throw new InvalidInput(source.name() + ": this is text and no manifest");
    }
  }

  private static boolean isResourceList(Node root) {
    return root.has("ResourceList", "kind");
  }

  private static Manifests resourceList(SourceText source, Node root) {
    String apiVersion = root.text("apiVersion").orElse("");
    switch (apiVersion) {
      case WIRE_GROUP + "v1", WIRE_GROUP + "v1beta1", WIRE_GROUP + "v1alpha1" -> {}
      default ->
          throw new InvalidInput(
              source.name()
                  + ": apiVersion \""
                  + apiVersion
                  + "\" of the ResourceList is not one of "
                  + WIRE_GROUP
                  + "v1, v1beta1, v1alpha1");
    }
    if (root instanceof Mapping mapping && !mapping.flow()) {
      return new ManifestReader().items(source, mapping);
    }
    SourceText block = new SourceText(source.name(), BlockYaml.write(root));
    return new ManifestReader().items(block, (Mapping) YamlReader.read(block).get(0).root());
  }

  private Manifests items(SourceText source, Mapping root) {
    Optional<Node> items = root.get("items");
    if (items.isEmpty()) {
      throw new InvalidInput(
          source.name() + ": the ResourceList has no items; hosts would delete everything");
    }
    if (items.get().target() instanceof Sequence sequence) {
      blocks.addAll(itemBlocks(source, sequence));
    } else if (root.scalar("items").isPresent() || items.get().target() instanceof Mapping) {
      throw InvalidYaml.at(source, items.get().start(), "items of the ResourceList is no list");
    }
    sources.add(source);
    return new Manifests(functionHost(), sources, blocks, resources, Optional.of(root));
  }

  private Host functionHost() {
    for (Resource resource : resources) {
      if (resource.annotation(KUSTOMIZE_ID).isPresent()) {
        return Host.KUSTOMIZE;
      }
    }
    for (Resource resource : resources) {
      if (resource.path().isPresent()) {
        return Host.KPT;
      }
    }
    return Host.OTHER;
  }

  private Manifests stream(List<SourceText> texts, List<List<Document>> documents) {
    for (int i = 0; i < texts.size(); i++) {
      addDocuments(texts.get(i), documents.get(i));
    }
    sources.addAll(texts);
    return new Manifests(Host.STREAM, sources, blocks, resources, Optional.empty());
  }

  private void addDocuments(SourceText source, List<Document> documents) {
    int length = source.text().length();
    int first = documents.isEmpty() ? length : firstDocument(source, documents.get(0));
    if (first > 0) {
      blocks.add(leaf(source, 0, first, Block.Form.PREAMBLE));
    }
    for (int i = 0; i < documents.size(); i++) {
      int start = i == 0 ? first : documents.get(i).start();
      int end = i + 1 < documents.size() ? documents.get(i + 1).start() : length;
      blocks.add(block(source, start, end, Block.Form.DOCUMENT, documents.get(i).root()));
    }
  }

  /** Comments above the first resource are its own, unless a {@code ---} parts them. */
  private static int firstDocument(SourceText source, Document document) {
    String text = source.text();
    boolean marked =
        text.startsWith("---", document.start()) || text.startsWith("%", document.start());
    if (marked) {
      return document.start();
    }
    return !text.isEmpty() && text.charAt(0) == '\uFEFF' ? 1 : 0;
  }

  private Block block(SourceText source, int start, int end, Block.Form form, Node root) {
    if (!(root instanceof Mapping mapping)
        || mapping.text("kind").isEmpty()
        || mapping.text("apiVersion").isEmpty()) {
      return leaf(source, start, end, form);
    }
    Optional<Sequence> items = listItems(mapping);
    if (items.isPresent()) {
      List<Block> inner = itemBlocks(source, items.get());
      return new Block(source, start, end, form, Optional.empty(), inner);
    }
    Resource resource = new Resource(resources.size(), source, mapping);
    resources.add(resource);
    return new Block(source, start, end, form, Optional.of(resource), List.of());
  }

  private static Optional<Sequence> listItems(Mapping mapping) {
    return mapping.text("kind").orElse("").endsWith("List")
            && mapping.find("items").orElse(mapping) instanceof Sequence sequence
        ? Optional.of(sequence)
        : Optional.empty();
  }

  private static Block leaf(SourceText source, int start, int end, Block.Form form) {
    return new Block(source, start, end, form, Optional.empty(), List.of());
  }

  private List<Block> itemBlocks(SourceText source, Sequence sequence) {
    List<Block> itemBlocks = new ArrayList<>(sequence.items().size());
    if (sequence.flow()) {
      for (Node item : sequence.items()) {
        itemBlocks.add(block(source, item.start(), item.end(), Block.Form.FLOW, item));
      }
      return itemBlocks;
    }
    ItemLines lines = new ItemLines(source, sequence);
    for (int i = 0; i < sequence.items().size(); i++) {
      Node item = sequence.items().get(i);
      itemBlocks.add(block(source, lines.start(i), lines.end(i), Block.Form.LINES, item));
    }
    return itemBlocks;
  }
}
