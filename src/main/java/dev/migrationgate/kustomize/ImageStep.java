package dev.migrationgate.kustomize;

import dev.migrationgate.pattern.pod.Image;
import dev.migrationgate.yaml.Node;
import java.util.List;

/**
 * The {@code images} of a kustomization, one after the other, in every list of containers
 * (kustomize 5.8, api/filters/imagetag).
 */
final class ImageStep {
  private final List<Node> images;

  ImageStep(List<Node> images) {
    this.images = images;
  }

  Node apply(Node root) {
    Node changed = root;
    for (Node image : images) {
      String name = image.text("name").orElse("");
      if (!name.isEmpty()) {
        changed = apply(changed, image, name);
      }
    }
    return changed;
  }

  private static Node apply(Node node, Node image, String name) {
    Node below =
        Trees.values(
            node,
            (key, value) ->
                key.equals("containers") || key.equals("initContainers")
                    ? Trees.items(value, container -> retag(container, image, name))
                    : apply(value, image, name));
    return Trees.items(below, item -> apply(item, image, name));
  }

  private static Node retag(Node container, Node image, String name) {
    return Trees.values(
        container,
        (key, value) -> {
          String written = value.text().orElse("");
          return key.equals("image") && isMatched(written, name)
              ? Trees.withValue(value, text(Image.parse(written), image))
              : value;
        });
  }

  /** What holds a placeholder kustomize does not take for an image. */
  private static boolean isMatched(String written, String name) {
    return Image.parse(written).repository().equals(name) && written.indexOf('$') < 0;
  }

  private static String text(Image old, Node image) {
    String tag = image.text("newTag").orElse("");
    String digest = image.text("digest").orElse("");
    String suffix = image.text("tagSuffix").orElse("");
    boolean replaced = !tag.isEmpty() || !digest.isEmpty();
    String newTag = replaced ? tag : old.tag() + suffix;
    String newDigest = replaced ? digest : suffix.isEmpty() ? old.digest() : "";
    return image.text("newName").orElse(old.repository())
        + (newTag.isEmpty() ? "" : ":" + newTag)
        + (newDigest.isEmpty() ? "" : "@" + newDigest);
  }
}
