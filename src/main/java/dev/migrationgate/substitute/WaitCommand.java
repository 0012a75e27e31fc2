package dev.migrationgate.substitute;

import dev.migrationgate.yaml.Node;

/**
 * Recognises a container whose arguments name Jobs to wait for, by its image and words alone.
 *
 * <p>Only what substitution must know: which arguments can hold a Job's name. What the container
 * then really waits for is read in the pattern.
 */
final class WaitCommand {
  private WaitCommand() {}

  static boolean is(Node container) {
    String image = container.text("image").orElse("");
    return image.contains("k8s-wait-for")
        || (mentions(container, "kubectl") || image.contains("kubectl"))
            && (mentions(container, "wait") || mentions(container, "get"))
            && mentions(container, "job");
  }

  private static boolean mentions(Node container, String word) {
    return mentions(container, "command", word) || mentions(container, "args", word);
  }

  private static boolean mentions(Node container, String list, String word) {
    for (Node item : container.items(list)) {
      if (item.text().orElse("").contains(word)) {
        return true;
      }
    }
    return false;
  }
}
