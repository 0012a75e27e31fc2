package dev.migrationgate.krm;

import dev.migrationgate.yaml.Mapping;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One Kubernetes resource and where it stands. What identifies it is read once. */
public final class Resource {

  /** The annotation in which kpt names a resource's file. */
  public static final String PATH = "internal.config.kubernetes.io/path";

  /** The annotation in which kpt numbers the resources of a file. */
  public static final String INDEX = "internal.config.kubernetes.io/index";

  private static final String LEGACY_PATH = "config.kubernetes.io/path";
  private static final String PREVIOUS_NAMES = "internal.config.kubernetes.io/previousNames";

  private final int position;
  private final SourceText source;
  private final Mapping root;
  private final String apiVersion;
  private final String group;
  private final String kind;
  private final String namespace;
  private final List<String> names;
  private final Optional<Node> annotations;
  private final Optional<Node> labels;

  /**
   * @param position its place in the input, from 0; two resources of one input never share it
   * @param source the text that it stands in
   * @param root its tree; offsets are those of {@code source}
   */
  public Resource(int position, SourceText source, Mapping root) {
    this.position = position;
    this.source = source;
    this.root = root;
    this.apiVersion = root.text("apiVersion").orElse("");
    this.group = apiVersion.substring(0, Math.max(apiVersion.indexOf('/'), 0));
    this.kind = root.text("kind").orElse("");
    this.namespace = root.text("metadata", "namespace").orElse("");
    this.names = readNames(root);
    this.annotations = root.at("metadata", "annotations");
    this.labels = root.at("metadata", "labels");
  }

  private static List<String> readNames(Mapping root) {
    List<String> names = new ArrayList<>();
    names.add(
        root.text("metadata", "name").orElse(root.text("metadata", "generateName").orElse("")));
    for (String name : root.text("metadata", "annotations", PREVIOUS_NAMES).orElse("").split(",")) {
      if (!name.isBlank() && !names.contains(name.trim())) {
        names.add(name.trim());
      }
    }
    return List.copyOf(names);
  }

  /** Its place in the input, from 0. */
  public int position() {
    return position;
  }

  /** The text that it stands in. */
  public SourceText source() {
    return source;
  }

  /** Its tree; offsets are those of the source. */
  public Mapping root() {
    return root;
  }

  /** The resource with another tree of the same text. */
  public Resource with(Mapping tree) {
    return new Resource(position, source, tree);
  }

  public String apiVersion() {
    return apiVersion;
  }

  /** The API group, empty for the core group. */
  public String group() {
    return group;
  }

  public String kind() {
    return kind;
  }

  /** True for this group and kind, whatever the version. */
  public boolean is(String group, String kind) {
    return this.kind.equals(kind) && this.group.equals(group);
  }

  /** The name, or the generateName; empty where there is neither. */
  public String name() {
    return names.get(0);
  }

  /** The namespace, empty where the manifest leaves it to whoever applies it. */
  public String namespace() {
    return namespace;
  }

  /** True unless both name a namespace and the two differ. */
  public boolean mayShareNamespaceWith(Resource other) {
    return mayBeIn(other.namespace());
  }

  /** True unless the resource names another namespace than this one; an empty one is unknown. */
  public boolean mayBeIn(String namespace) {
    return namespace.isEmpty() || namespace().isEmpty() || namespace.equals(namespace());
  }

  /** The name, and the names it had before kustomize's prefixes, suffixes and hashes. */
  public List<String> names() {
    return names;
  }

  public Optional<String> annotation(String key) {
    return annotations.isPresent() ? annotations.get().text(key) : Optional.empty();
  }

  public Optional<String> label(String key) {
    return labels.isPresent() ? labels.get().text(key) : Optional.empty();
  }

  /** The file that the host says it comes from. */
  public Optional<String> path() {
    Optional<String> path = annotation(PATH);
    return path.isPresent() ? path : annotation(LEGACY_PATH);
  }

  /** The place in that file, from 0, that the host says it has. */
  public Optional<String> index() {
    return annotation(INDEX);
  }

  /** The line of a node of this resource in the resource's source, from 1. */
  public int line(Node node) {
    return source.line(node.start());
  }

  /** {@code Kind namespace/name}, as people write it. */
  public String identity() {
    String namespace = namespace();
    return kind() + " " + (namespace.isEmpty() ? name() : namespace + "/" + name());
  }
}
